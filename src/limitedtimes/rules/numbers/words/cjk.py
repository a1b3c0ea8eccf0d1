"""Chinese and Japanese."""

from __future__ import annotations

from limitedtimes.rules.numbers.words import Words

WORDS = Words(
    cardinals="""
1 ~一 | 2 二 两 兩 | 3 三 | 4 四 | 5 五 | 6 六 | 7 七 | 8 八 | 9 九
""",
    scales="""
10 十 | 100 百 | 1000 千 | 10_000 万 萬 | 100_000_000 億 亿 | 1_000_000_000_000 兆
""",
    hints="""
0 没 不 無 无 ない 零 ゼロ | 1 一 唯 首 単 单 単 初 第一 ひと 独 每 毎 | 2 二 两 兩 双 雙 対 对 倍 次 再 ふた 副 ダブル ツー | 3 三 トリプル スリー | 4 四 フォー 季 | 5 五 ファイブ | 6 六 シックス | 7 七 周 週 セブン | 8 八 エイト | 9 九 ナイン | 10 十 テン | 12 十二 正午 午夜 深夜 打 ダース | 14 周 週 | 50 半
100 世紀 世纪 百 | 1000 千 | 1/2 半 | 1/4 四分 季 | 1/3 三分 | 1_000_000 百万 百萬 | 20 二十 廿 | 30 三十 | 40 四十
""",
    joiners="零 〇",
    point=".",
    spaced=False,
)
