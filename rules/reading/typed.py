"""What people type, as it is compared: one width, one script, one case, nothing invisible. What is kept stays as typed."""

import re
import unicodedata
from collections.abc import Collection

from rules.reading.heard import pattern
from rules.reading.visible import BLANKS, is_picture

# Traditional characters of the words that people say to the bot, each before its simplified one.
_SCRIPTS = (
    "簽签 籤签 謝谢 採采 納纳 兌兑 換换 積积 規规 則则 題题 問问 戰战 訂订 單单 級级 補补 幫帮 審审 獎奖 勵励 總总 週周 賽赛 "
    "銷销 點点 時时 後后 號号 萬万 億亿 個个 兩两 內内 鐘钟 禮礼 師师 這这 麼么 們们 說说 講讲 對对 會会 還还 來来 給给 謎谜 "
    "務务 隱隐 顯显 團团 隊队 診诊 斷断 擾扰 記记 錄录 連连 續续 況况 曆历 場场 貨货 買买 賣卖 價价 數数 見见 覺觉 過过 發发 "
    "現现 電电 車车 機机 開开 關关 門门 樣样 嗎吗 實实 體体 無无 沒没 為为 甚什 長长 幾几 裡里 裏里 請请 讓让 誰谁 該该 誤误 "
    "調调 轉转 動动 導导 顧顾 責责 運运 營营 員员 領领 圖图 書书 聲声 聽听 學学 習习 經经 驗验 囉啰 結结 終终 於于 決决 瞭了 "
    "聯联 繫系 戶户 幣币 誠诚 剛刚 複复 雜杂 優优 貼贴 頂顶 頭头 顆颗 頁页 網网 絡络 線线 約约 試试 計计 評评 證证 識识 議议 "
    "設设 護护 貴贵 費费 質质 賞赏 贈赠 贊赞 讚赞 輪轮 軟软 輸输 達达 選选 遠远 適适 鍵键 鎖锁 鈕钮 錯错 難难 雲云 靈灵 預预 "
    "額额 願愿 類类 風风 飛飞 館馆 駕驾 驚惊 麗丽 龍龙 東东 業业 樂乐 舉举 義义 藝艺 處处 裝装 註注 專专 亞亚 產产 從从 倫伦 "
    "傳传 兒儿 蘭兰 寫写 準准 劃划 創创 刪删 別别 勳勋 區区 華华 參参 噠哒 圓圆 壞坏 塊块 備备 夠够 奧奥 寧宁 賓宾 爾尔 盡尽 "
    "層层 島岛 帶带 廣广 莊庄 慶庆 庫库 棄弃 徵征 報报 掙挣 揮挥 據据 攝摄 攢攒 舊旧 曬晒 術术 權权 條条 標标 檔档 檢检 檻槛 "
    "歡欢 歐欧 漢汉 濟济 瀏浏 漲涨 溫温 灣湾 滿满 濱滨 熱热 愛爱 獨独 獻献 確确 碼码 礎础 離离 種种 稱称 競竞 紐纽 組组 細细 "
    "紹绍 繼继 編编 輯辑 羅罗 節节 蘇苏 範范 薦荐 榮荣 獲获 薩萨 銜衔 觀观 視视 覽览 譽誉 認认 討讨 論论 訴诉 詞词 詢询 語语 "
    "諾诺 讀读 負负 貢贡 賬账 帳账 購购 資资 賺赚 邁迈 進进 遞递 鄭郑 釋释 錢钱 銀银 鏈链 錫锡 鎊镑 閉闭 間间 閱阅 陽阳 階阶 "
    "陸陆 韓韩 項项 頓顿 頻频 饋馈 馬马 罵骂 驟骤 魯鲁 齊齐 應应 紅红 綠绿 藍蓝 聞闻 訊讯 郵邮 寶宝 雙双 變变 復复 辦办 許许 "
    "際际 隨随 簡简 協协 屬属 嚴严 戲戏 歷历 歸归 養养 飯饭 齡龄 與与 絲丝 臨临 喬乔 亂乱 虧亏 親亲 僅仅 夥伙 倆俩 馮冯 沖冲 "
    "衝冲 憑凭 擊击 劉刘 勞劳 勢势 醫医 盧卢 廠厂 厲厉 壓压 臺台 葉叶 呂吕 吳吴 吶呐 嗚呜 響响 喲哟 嘍喽 國国 園园 聖圣 堅坚 "
    "牆墙 夾夹 誇夸 婦妇 媽妈 嬸婶 孫孙 寵宠 宮宫 尋寻 將将 嘗尝 歲岁 帥帅 幀帧 乾干 幹干 並并 廢废 異异 張张 彈弹 強强 當当 "
    "徑径 憶忆 懷怀 態态 戀恋 惡恶 惱恼 慘惨 懲惩 憤愤 懶懒 撲扑 執执 擴扩 掃扫 揚扬 拋抛 搶抢 擔担 擬拟 撥拨 擇择 掛挂 擠挤 "
    "損损 撿捡 擲掷 搖摇 撐撑 敵敌 曉晓 暈晕 暫暂 殺杀 楊杨 傑杰 構构 槍枪 欄栏 樹树 橋桥 樁桩 樓楼 殘残 氣气 匯汇 彙汇 湯汤 "
    "溝沟 澤泽 潔洁 淺浅 測测 塗涂 濤涛 潤润 澀涩 漸渐 濕湿 滾滚 燈灯 煉炼 爛烂 煩烦 燒烧 爺爷 狀状 猶犹 瑪玛 環环 畫画 療疗 "
    "瘋疯 癢痒 鹽盐 監监 蓋盖 磚砖 礙碍 禍祸 穩稳 窮穷 窩窝 筆笔 篩筛 糧粮 糾纠 紀纪 純纯 紙纸 練练 繞绕 絕绝 統统 罰罚 職职 "
    "聰聪 腫肿 脹胀 勝胜 腦脑 臉脸 臘腊 藥药 萊莱 蕭萧 蔣蒋 慮虑 蟲虫 襪袜 誕诞 誒诶 諸诸 話话 詳详 誼谊 談谈 譚谭 譜谱 貝贝 "
    "賢贤 敗败 販贩 貪贪 貧贫 貫贯 賀贺 賈贾 賠赔 賴赖 贏赢 趙赵 趨趋 躍跃 蹤踪 載载 較较 輩辈 邊边 遷迁 遲迟 違违 跡迹 邏逻 "
    "鄧邓 鄒邹 醬酱 釘钉 針针 鍾钟 鑰钥 鐵铁 錨锚 錘锤 鏡镜 閃闪 閒闲 閑闲 悶闷 閻阎 陰阴 霧雾 靜静 韋韦 順顺 須须 頑顽 顏颜 "
    "飲饮 飾饰 餓饿 騎骑 騙骗 騷骚 魚鱼 鳥鸟 雞鸡 鴨鸭 麥麦 黃黄 龔龚 訓训 屆届 卻却 妝妆 烏乌 績绩 綱纲 緣缘 繳缴 綁绑 縮缩 "
    "織织 維维 牽牵 丟丢 凍冻 劇剧 勸劝 奮奋 憂忧 懇恳 慣惯 撫抚 擁拥 擋挡 擺摆 晉晋 棧栈 毀毁 淚泪 灑洒 漁渔 潛潜 爐炉 燭烛 "
    "獅狮 貓猫 盤盘 礦矿 碩硕 豎竖 紛纷 紋纹 繪绘 罷罢 膠胶 髒脏 虛虚 蠻蛮 襲袭 詩诗 課课 謹谨 貸贷 賦赋 輕轻 輛辆 辭辞 鑑鉴 "
    "鑒鉴 鍋锅 銳锐 鎮镇 鬧闹 陳陈 險险 韻韵 飄飘 駛驶"
)
_SIMPLIFIED = {ord(pair[0]): pair[1] for pair in _SCRIPTS.split()}
_INVISIBLE = dict.fromkeys((
    *(0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFEFF, 0xFFA0),
    *range(0x180B, 0x1810), *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070),
    0x20E3, *range(0xFE00, 0xFE10), *range(0xE0000, 0xE0080),
))  # fmt: skip
_SIGNS = {
    **dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u2032`\u00b4"), "'"),
    **dict.fromkeys(map(ord, "\u300c\u300e"), "\u201c"),
    **dict.fromkeys(map(ord, "\u300d\u300f"), "\u201d"),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63"), "-"),
    0x301C: "~",
}
_PUNCTUATION = "!~。.…,、;: \t\n"
# Digits that are raised, lowered, parts of a fraction or circled beside others: 5² is not 52, nor 5½ 51/2.
NO_DIGITS = "²³¹\u2070-\u2089¼-¾⅐-⅟↉"
_NO_DIGIT = re.compile(rf"([{NO_DIGITS}]|(?<=\d)[①-⒛]|[①-⒛](?=[\d①-⒛]))")
_HEADED = re.compile(r"\s*[【\[［「]([^】\]］」]{1,20})[】\]］」][\s:：]*")
_APART = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
_WRAPPED = re.compile(r"[【\[]([^】\]]+)[】\]]|#([^#]+)#")
_LONGEST_OPENING = 40
_OPENED = re.compile(r"([^\s,:]+)[\s,]+")
_STICKER = re.compile(r"\[\w{1,4}\](?=.)", re.DOTALL)
_DRAWN = re.compile(r"(?:\s*(?:\[\w{1,4}\]|[\^_()<>=*;:'-]{2,}))+\Z")
_LAUGH = re.compile(pattern("answers", "laugh"))
_TABLE: dict[int, str | None] = {**_SIMPLIFIED, **_INVISIBLE, **_SIGNS}


def even(text: str) -> str:
    """`text` in one width and one script, without what is invisible; its case and its spaces stay."""
    if unicodedata.is_normalized("NFKC", text):  # nothing of it is a digit that is none, either
        return text.translate(_TABLE)
    parts = _NO_DIGIT.split(text)
    parts[::2] = [unicodedata.normalize("NFKC", part) for part in parts[::2]]
    return "".join(parts).translate(_TABLE)


def typed(text: str) -> str:
    """`text` as it is compared with words that we know."""
    return even(text).strip().casefold()


def bare(text: str) -> str:
    """`text` as it is compared when it is to be a word and nothing else: no emoji around it, no sign behind it.

    Spaces between Chinese characters part nothing.
    """
    plain = typed(text)
    if plain.isalnum():
        return plain
    said = "".join(" " if is_picture(char) else char for char in plain).strip()
    said = _DRAWN.sub("", said.rstrip(_PUNCTUATION)).rstrip(_PUNCTUATION)
    return _APART.sub("", said)


def any_of(words: str) -> str:
    """A pattern for one of these words, which stand apart by spaces; the longest that fits."""
    return "|".join(re.escape(word) for word in sorted(words.split(), key=len, reverse=True))


def unpictured(text: str) -> str:
    """`text` as it was typed, without the emoji that it begins with, nor their names: `[玫瑰]谢谢`."""
    at = next((at for at, char in enumerate(text) if even(char).strip() and not is_picture(char)), len(text))
    sticker = _STICKER.match(text, at)
    return unpictured(text[sticker.end() :]) if sticker else text[at:]


def after(text: str, count: int) -> str:
    """What follows the first `count` compared characters of `text`, as it was typed (composed, as NFC has it)."""
    text = unicodedata.normalize("NFC", text)
    seen = 0
    for at, char in enumerate(text):
        if seen >= count and even(char):
            return text[at:]
        seen += len(even(char).casefold()) if seen or not char.isspace() else 0
    return ""


def speaks(text: str) -> bool:
    """Whether there is a word in it: `……`, `？`, a lone emoji and letters of nothing say nothing that could be handed on."""
    return any(char.isalnum() and char not in BLANKS for char in text)


def laughs(text: str) -> bool:
    """Whether it is one sound over and over, and no word: 哈哈哈哈, 嗯嗯嗯, 666, hahaha."""
    return _LAUGH.fullmatch("".join(filter(str.isalnum, typed(text)))) is not None


def unwrapped(said: str) -> str:
    """A word without the brackets or the number signs that people put around it: `【签到】`, `#签到#`; quoted, it is spoken of."""
    found = _WRAPPED.fullmatch(said)
    return said if found is None else (found[1] or found[2]).strip()


def opened(text: str, words: Collection[str], apart: Collection[str] = ()) -> tuple[str, str, bool] | None:
    """The word before a colon or, of those `apart`, before a space or a comma with which a text begins.

    With what follows, as it was typed, and whether only a space or a comma parts them.
    """
    said = typed(text[:_LONGEST_OPENING])
    word, colon, _ = said.partition(":")
    if colon and word.strip() in words:
        return word.strip(), after(text, len(word) + 1).strip(), False
    found = _OPENED.match(said)
    return (found[1], after(text, found.end()).strip(), True) if found and found[1] in apart else None


def headed(text: str) -> tuple[str, str] | None:
    """The word in brackets with which a text begins, as it is compared, and what follows: `【提问】车窗升不上去`."""
    found = _HEADED.match(text)
    return (typed(found[1]).strip(), text[found.end() :].strip()) if found else None
