"""Vietnamese."""

from __future__ import annotations

from limitedtimes.rules.numbers.words import Words

WORDS = Words(
    cardinals="""
0 ~không | 1 ~một ~mốt | 2 hai | 3 ~ba | 4 bốn | 5 ~năm ~lăm | 6 sáu | 7 bảy | 8 tám | 9 chín | 10 mười
""",
    scales="""
10 mươi | 10 ~chục | 100 trăm | 1000 nghìn ngàn | 1_000_000 ^triệu | 1_000_000_000 ^tỷ ^tỉ
""",
    fractions="1/2 ~nửa ~rưỡi",
    hints="""
0 không chưa | 1 một nhất đầu | 2 hai cả đôi nhì cặp | 3 ~ba | 4 bốn tư | 5 năm lăm | 6 sáu | 7 bảy tuần | 8 tám | 9 chín | 10 mười thập chục | 12 trưa mười tá | 14 tuần | 50 nửa | 100 thế trăm | 1000 nghìn ngàn | 1/2 nửa rưỡi giữa | 1/4 tư quý | 1/3 ~ba
""",
    noise=r"(?:thứ|tháng|ngã) (?:hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?: một| hai)?|một)\b",
    joiners="lẻ linh",
)
