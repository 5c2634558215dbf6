"""`kocbot check`: line by line what is right and what is to be mended, in the brand's language."""

import asyncio
import re
from unittest.mock import patch

import pytest

from bot.clock import Clock
from bot.start import failures
from rules.values import replace
from sandbox.api.server import serve
from tests.bot.shell import Shell
from tests.machine import Machine
from tests.shopping import KEYRING, put_up
from tests.stage import Stage

LEFT = {"newcomer": 0, "active": 60, "expert": 500}


def check_against(
    shell: Shell,
    stage: Stage,
    base_url: str | None = None,
    *,
    locale: str = "en",
    private: bool = False,
    more: str = "",
    machine: Clock | None = None,
) -> int:
    """`kocbot check` while the sandbox serves, on a machine whose clock is right or `machine`.

    `private`: the bot's privacy mode is on; `more` of the configuration.
    """
    stage.world.privacy_mode = private

    async def story() -> int:
        async with serve(stage.world) as server:
            shell.configure(f'[telegram]\nbase_url = "{base_url or server.url}"\n{more}', locale)
            with patch("bot.start.cli.SystemClock", lambda: machine or stage.clock):
                return await asyncio.to_thread(shell.run, "check")

    return asyncio.run(story())


def test_check_says_line_by_line_that_all_is_well(shell: Shell, stage: Stage) -> None:
    shell.settle(stage)
    assert check_against(shell, stage) == failures.DONE, shell.out
    lines = shell.out.splitlines()
    [hint] = [line for line in lines if not line.startswith("ok")]
    assert hint.startswith("hint  core group: none, though the level 'Expert' opens it; send /setup in it")
    assert any("Telegram knows @kocbot" in line for line in lines)
    assert any("community '星途车友会': administrator" in line for line in lines)


@pytest.mark.parametrize(("locale", "said"), [("en", "400 days ahead of Telegram's time"), ("zh", "快了 400 天")])
def test_a_machine_whose_clock_is_wrong_is_to_be_mended(locale: str, said: str, shell: Shell, stage: Stage) -> None:
    shell.settle(stage)
    machine = Machine(stage.clock, ahead_s=400 * 86_400)
    assert check_against(shell, stage, locale=locale, machine=machine) == failures.FAILED
    [wrong] = [line for line in shell.out.splitlines() if line.startswith("MEND")]
    assert said in wrong
    assert "timedatectl set-ntp true" in wrong


def test_check_names_what_is_wrong_and_how_to_mend_it(shell: Shell, stage: Stage) -> None:
    stage.world.demote(stage.group, stage.world.bot)
    stage.world.remove_bot(stage.channel, stage.owner)
    shell.settle(stage)
    assert check_against(shell, stage, private=True) == failures.FAILED
    wrong = [line for line in shell.out.splitlines() if line.startswith("MEND")]
    assert len(wrong) == 3
    assert "privacy mode: on" in wrong[0]
    assert "community '星途车友会': make the bot an administrator" in wrong[1]
    assert "channel '星途精选': the bot is not in there" in wrong[2]


def test_check_says_where_backups_go_and_whether_they_can(shell: Shell, stage: Stage) -> None:
    shell.settle(stage)
    assert check_against(shell, stage) == failures.DONE
    assert "ok    backups: every 1 h to var/backups" in shell.out
    (shell.folder / "var" / "backups").write_text("in the way", "utf-8")
    assert check_against(shell, stage) == failures.FAILED
    assert "MEND  backups: every 1 h to var/backups" in shell.out


def test_check_says_whether_the_database_can_be_made(shell: Shell, stage: Stage) -> None:
    (shell.folder / "var").write_text("in the way", "utf-8")
    more = "[storage]\nbackup_hours = 0\n"
    assert check_against(shell, stage, locale="zh", more=more) == failures.FAILED
    [wrong] = [line for line in shell.out.splitlines() if line.startswith("MEND")]
    assert wrong == "MEND  数据库：var/kocbot.db 建不了；var 不是能写的文件夹"


def test_a_reward_whose_layer_or_level_the_configuration_lost_is_named_before_the_start(
    shell: Shell, stage: Stage
) -> None:
    put_up(stage, replace(KEYRING, layer="middle", level="senior"))
    shell.settle(stage)
    ladder = "".join(f'[[levels]]\nkey = "{key}"\ntitle = "{key}"\nat = {at}\n' for key, at in LEFT.items())
    ladder += 'privileges = ["shop_layer:middle"]\n'
    layers = '[shop]\nlayers = [{ key = "entry", title = "a" }, { key = "middle", title = "b" }]\n'
    assert check_against(shell, stage, more=ladder + layers) == failures.FAILED
    [wrong] = [line for line in shell.out.splitlines() if line.startswith("MEND")]
    assert wrong == (
        "MEND  reward #1 '限量钥匙扣': senior is gone from the configuration; the next start writes expert instead"
    )


def test_a_language_that_lacks_words_which_others_have_is_a_hint_and_no_fault(shell: Shell, stage: Stage) -> None:
    shell.settle(stage)
    reasons = (
        '[orders]\nreturn_reasons = ["暂时缺货", "OK", { zh = "信息不全" }, { zh = "不符合", en = "not for you" }]\n'
    )
    assert check_against(shell, stage, more=reasons) == failures.DONE
    hints = [line.split(":")[0] for line in shell.out.splitlines() if line.startswith("hint")]
    assert hints == ["hint  orders.return_reasons.1", "hint  orders.return_reasons.3", "hint  core group"]
    assert check_against(shell, stage, locale="zh", more=reasons) == failures.DONE
    assert "hint  orders.return_reasons.1：没有写 en 的说法" in shell.out


def test_privacy_mode_is_to_be_mended_wherever_the_bot_is(shell: Shell, stage: Stage) -> None:
    shell.settle(stage)
    assert check_against(shell, stage, private=True) == failures.FAILED
    assert "MEND  privacy mode: on" in shell.out
    assert "@BotFather -> /setprivacy -> Disable" in shell.out


def test_check_and_failures_speak_the_brands_language(shell: Shell, stage: Stage) -> None:
    shell.settle(stage)
    assert check_against(shell, stage, locale="zh") == failures.DONE
    assert all(re.search("[\u4e00-\u9fff]|token", line) for line in shell.out.splitlines()), shell.out
    shell.configure("[reviews]\nwithin_hours = -1\n[pionts]\n", "zh")
    assert shell.run("check") == failures.MISUSED
    assert shell.err.splitlines()[0] == "config.toml:2: reviews.within_hours: 要在 1 到 8760 之间"
    assert shell.err.splitlines()[1].startswith(
        "config.toml:3: pionts: 没有这一项；是不是想写 points？这里可以写：brand"
    )
    shell.database.unlink()
    shell.configure("", "zh")
    assert shell.run("audit") == failures.MISUSED
    assert shell.err == "var/kocbot.db: 还没有数据库；先启动一次机器人，或者用 --config 指定别的配置\n"


def test_check_before_the_first_start_says_what_will_be_made(shell: Shell, stage: Stage) -> None:
    assert check_against(shell, stage) == failures.DONE
    assert "will be made at the first start" in shell.out
    assert "a link to claim the bot" in shell.out
    assert not shell.database.exists()


def test_a_refused_token_an_unreachable_server_and_a_bad_configuration_have_codes_of_their_own(
    shell: Shell, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert check_against(shell, stage, "http://127.0.0.1:9") == failures.UNREACHABLE
    assert "could not reach Telegram" in shell.err
    monkeypatch.setenv("KOCBOT_TOKEN", "43:wrong")
    assert check_against(shell, stage) == failures.UNREACHABLE
    assert "refused the token" in shell.err
    assert "43:wrong" not in shell.err + shell.out
    shell.configure('[brand]\nlocale = "en"\nnme = 1\n[reviews]\nwithin_hours = -1\n')
    assert shell.run("check") == failures.MISUSED
    assert shell.err.count("config.toml:") == 2
    monkeypatch.delenv("KOCBOT_TOKEN")
    shell.configure("")
    assert shell.run("check") == failures.MISUSED
    assert shell.err.startswith("environment: KOCBOT_TOKEN: set it")
    shell.configure('[brand]\nlocale = "en"\nnme = 1\n')
    assert shell.run("run") == failures.MISUSED
    assert [line.split(": ")[1] for line in shell.err.splitlines()] == ["brand.nme", "KOCBOT_TOKEN"], "all at once"
    shell.configure("")
    assert shell.run("chekc") == failures.MISUSED


def test_a_database_that_was_carried_over_is_to_be_named_anew(shell: Shell, stage: Stage) -> None:
    shell.settle(stage)
    new = shell.folder / "new.db"
    assert shell.run("port", str(new)) == failures.DONE
    assert shell.err == ""
    assert check_against(shell, stage) == failures.FAILED
    assert f"MEND  database: var/kocbot.db was carried over to {new}; write that as [storage] path" in shell.out
    assert check_against(shell, stage, more=f'[storage]\npath = "{new}"\n') == failures.DONE, shell.out
