"""How it runs. The only package (beside the sandbox) that knows Telegram, asyncio, the scheduler and the clock."""
