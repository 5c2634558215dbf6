"""How people reach us: routes that parse, permit, call one action and say one thing."""
