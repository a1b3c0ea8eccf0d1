"""Chinese (both scripts), Japanese, Korean, Thai, Vietnamese, Indonesian with Malay."""

TABLES = {
    "zh": """
read_more: 相关阅读 | 相关新闻 | 相关报道 | 相关链接 | 相关文章 | 相关内容 | 相關閱讀 | 相關新聞 | 相關報導 | 相關連結 | 相關文章 | 延伸阅读 | 延伸閱讀 | 推荐阅读 | 推薦閱讀 | 推荐文章 | 推薦文章 | 更多新闻 | 更多新聞 | 更多报道
    | 更多報導 | 更多内容 | 更多內容 | 更多精彩 | 更多： | 更多: | 查看更多 | 看更多 | 閱讀更多 | 阅读更多 | 阅读全文 | 閱讀全文 | 点击查看 | 點擊查看 | 继续阅读 | 繼續閱讀 | 另见 | 另見 | 参见： | 參見： | 猜你喜欢 | 猜你喜歡
    | 你可能感兴趣 | 你可能感興趣 | 你可能還想看 | 您可能感兴趣 | 热门文章 | 熱門文章 | 热门新闻 | 熱門新聞 | 最新新闻 | 最新消息 | 编辑推荐 | 編輯推薦 | 不要错过 | 不容错过 | 更多相關 | 更多相关 | 看原文 | 也看看 | 看視頻： | 看视频：
label: 分享 | 分享到 | 分享至 | 分享让更多人看到 | 分享給朋友 | 打印 | 列印 | 保存 | 收藏 | 儲存 | 朗读 | 朗讀 | 收听 | 收聽 | 聽新聞 | 评论 | 評論 | 留言 | 发表评论 | 發表評論 | 查看评论 | 我要留言 | 關注 | 关注
    | 关注我们 | 關注我們 | 追蹤 | 追蹤我們 | 广告 | 廣告 | 赞助内容 | 贊助內容 | 图集 | 圖集 | 图片 | 视频 | 視頻 | 影片 | 播放视频 | 播放影片 | 音频 | 播客 | 加载中 | 載入中 | 正在加载 | 请稍候 | 請稍候 | 复制链接
    | 複製連結 | 链接已复制 | 已复制 | 已複製 | 订阅 | 訂閱 | 登录 | 登入 | 注册 | 註冊 | 退出 | 登出 | 显示更多 | 顯示更多 | 更多 | 关闭 | 關閉 | 菜单 | 選單 | 搜索 | 搜尋 | 返回顶部 | 回到頂部 | 来源 | 來源 | 电子报
    | 電子報 | 直播 | 标签 | 標籤 | 话题 | 話題 | 纠错 | 我要纠错 | 字体 | 字號 | 点赞 | 点赞收藏 | 微信扫一扫 | 扫一扫 | 举报 | 檢舉 | 责任编辑 | 責任編輯 | 手机看 | 打开 app | 用微信扫码二维码 | 分享至好友和朋友圈
with: 本文 | 此文 | 这篇文章 | 這篇文章 | 文章 | 新闻 | 新聞 | 到 | 至 | 给 | 給 | 微信 | 微博 | 朋友圈 | 脸书 | 臉書 | facebook | twitter | x | line | whatsapp | telegram | 邮件 | 郵件
    | 链接 | 連結
offer: 公众号 | 公眾號 | 客户端 | 客戶端 | app | 微信 | 微博 | 抖音 | 电子报 | 電子報 | 频道 | 頻道 | 订阅 | 訂閱 | 通讯 | line | 粉丝团 | 粉絲團 | 推播 | 推送 | 二维码 | 隐私 | 隱私
act: 关注 | 關注 | 订阅 | 訂閱 | 下载 | 下載 | 点击 | 點擊 | 扫码 | 掃碼 | 扫描 | 加入 | 追蹤 | 注册 | 註冊
us: 我们 | 我們
invite: 欢迎关注 | 歡迎關注 | 欢迎订阅 | 歡迎訂閱 | 欢迎下载 | 歡迎下載 | 立即订阅 | 立即訂閱 | 立即下载 | 立即下載 | 点击订阅 | 點擊訂閱 | 请关注 | 請關注 | 敬请关注 | 扫码关注 | 扫描二维码 | 掃描 | 加入我們 | 加入我们 | 免费订阅
    | 免費訂閱 | 按讚 | 支持我們 | 支持我们 | 追蹤我們 | 下载客户端 | 下載 app
paywall: 付费内容 | 付費內容 | 付费阅读 | 付費閱讀 | 会员专享 | 會員專屬 | 會員限定 | 会员可读 | 订阅会员 | 訂閱會員 | 订阅后继续 | 訂閱後繼續 | 登录后继续 | 登入後繼續 | 登录阅读全文 | 登入閱讀全文 | 订阅以继续阅读 | 訂閱以繼續閱讀
    | 已经是会员 | 已是會員 | 已经订阅 | 已訂閱？ | 剩余全文 | 剩餘內容 | 成為訂戶 | 解鎖全文 | 解锁全文
consent: 要查看此内容 | 要查看此內容 | 此内容由 | 此內容由 | 此内容无法 | 此內容無法 | 外部内容 | 外部內容 | 我们使用 cookie | 我們使用 cookie | 本网站使用 | 本網站使用 | 本站使用 | cookie 设置 | cookie 設定 | 隐私政策
    | 隱私權政策 | 隱私政策 | 接受 cookie | 您的浏览器 | 您的瀏覽器 | 你的浏览器 | 我们需要您的同意 | 我們需要您的同意 | 該視頻无法 | 該影片無法
dated: 发布时间 | 發布時間 | 发布于 | 發布於 | 发表于 | 發表於 | 发布 | 發布 | 更新时间 | 更新時間 | 更新于 | 更新於 | 最后更新 | 最後更新 | 更新 | 阅读时间 | 閱讀時間 | 发表时间 | 刊登於
by: 作者 | 作者： | 记者 | 記者 | 文/ | 文／ | 文： | 撰文 | 撰文： | 本报记者 | 本報記者 | 編譯 | 编译 | 特约记者
credit: 图片来源 | 圖片來源 | 图源 | 圖源 | 来源 | 來源 | 摄影 | 攝影 | 图片 | 圖片 | 图 | 圖 | 制图 | 製圖 | 影片來源 | 资料图 | 資料照
thanks: 来源： | 來源： | 来源: | 來源: | 编辑： | 編輯： | 编辑: | 責任編輯： | 责任编辑： | 责编： | 責編： | 责编: | (责编 | （责编 | (責編 | （責編 | 审核： | 校对： | 核稿編輯
notice: 本文来源 | 本文來源 | 本文转自 | 本文轉自 | 本文转载自 | 本文轉載自 | 本文原载 | 本文原載 | 本文首发 | 本文首發 | 本文最初 | 本文已更新 | 本文已獲 | 本文已获 | 本文经授权 | 原文刊于 | 原文刊於 | 原文链接 | 原文連結 | 原标题
    | 原標題 | 转载请注明 | 轉載請註明 | 免责声明 | 免責聲明 | 声明： | 聲明：
amends: 更正 | 勘误 | 勘誤 | 订正 | 訂正 | 纠正 | 糾正 | 澄清 | 错误 | 錯誤 | 有误 | 有誤 | 较早版本 | 較早版本 | 先前版本 | 撤回 | 撤稿 | 撤下 | 下架 | 删除 | 刪除 | 编者按 | 編者按 | 编辑注 | 編按 | 编者注
    | 編者註
rights: 版权所有 | 版權所有 | 版权声明 | 版權聲明 | 未经授权 | 未經授權 | 未经许可 | 未經許可 | 著作權 | 保留所有权利 | 保留所有權利
tags: 标签 | 標籤 | 关键词 | 關鍵字 | 關鍵詞 | 话题 | 話題 | 主题 | 主題 | 分类 | 分類 | 栏目 | 专题 | 專題 | tag | tags
service: 跳到内容 | 跳至内容 | 跳到主要內容 | 跳至主要內容 | 关注我们的 | 關注我們的 | 收听本文 | 收聽本文 | 分享本文 | 分享这篇 | 联系我们 | 聯絡我們 | 聯繫我們 | 欢迎投稿 | 歡迎投稿 | 发现错误 | 發現錯誤 | 你怎么看 | 你怎麼看
    | 您怎么看 | 本文系 | 特别声明 | 特別聲明 | 以上内容为
""",
    "ja": """
read_more: 関連記事 | 関連リンク | 関連ニュース | 関連トピック | 関連動画 | 関連: | 関連：| 関連する | あわせて読みたい | 合わせて読みたい | こちらも | こちらの記事も | 続きを読む | 続きはこちら | 続きは | もっと見る | もっと読む
    | 詳しくはこちら | 詳細はこちら | 全文を読む | 記事全文 | 次の記事 | 前の記事 | おすすめ記事 | おすすめの記事 | 人気記事 | 人気の記事 | 注目記事 | 最新記事 | 最新ニュース | 新着記事 | アクセスランキング | よく読まれている | 【関連
    | 【写真】 | 【動画】 | 【あわせて読みたい】 | 一覧を見る | 記事一覧
label: シェア | シェアする | 共有 | 共有する | 印刷 | 印刷する | 保存 | 保存する | 聴く | 記事を聴く | コメント | コメントする | コメントを見る | コメントを書く | フォロー | フォローする | カテゴリーをフォローする | フォロー中 | 広告
    | スポンサー | スポンサーリンク | ギャラリー | フォトギャラリー | 写真 | 動画 | 動画を見る | 再生 | 音声 | ポッドキャスト | 読み込み中 | 読込中 | お待ちください | リンクをコピー | url をコピー | コピーしました | 登録 | 会員登録
    | 購読 | 購読する | ログイン | ログアウト | 無料会員登録 | もっと | さらに表示 | さらに読み込む | 閉じる | メニュー | 検索 | ページトップへ | トップへ戻る | 出典 | ニュースレター | メルマガ | ライブ | 生中継 | タグ | キーワード
    | トピックス | クリップ | ブックマーク | スクラップ | 拡大 | 文字サイズ | お気に入り | 記事を保存する | いいね | プレゼント | 有料記事 | 有料会員限定記事 | 会員限定記事 | このニュースをシェア | ニュースをシェア | この記事をシェア
with: この | 記事 | この記事を | を | に | で | x | facebook | twitter | line | はてな | メール | リンク | する
offer: メルマガ | メールマガジン | ニュースレター | アプリ | 会員 | 通知 | プッシュ | line | 公式アカウント | チャンネル | メール | プライバシー | クッキー
act: 登録 | 購読 | フォロー | ダウンロード | クリック | 友だち追加 | 申し込 | ログイン
us: 当社 | 弊社 | お届け | 私たち | ください | こちら | お申し込み
invite: ご登録ください | 登録はこちら | フォローしてください | ダウンロードはこちら | ダウンロードして | お届けします | 配信しています | 友だち追加 | 会員登録は | 購読のお申し込み | 無料登録
paywall: 有料会員限定 | 有料会員になる | 有料会員の方 | 会員限定 | 会員限定です | この記事は有料 | この記事は会員 | 有料記事です | 残り…文字 | 残り: … 文字 | 残り：…文字 | 続きを読むには | 続きは有料 | 全文を読むには | 全文をお読みいただくには
    | 会員の方はログイン | 会員登録すると続きを | 無料会員登録すると | 購読者限定
consent: このコンテンツを表示 | このコンテンツは | 外部コンテンツ | 当サイトは cookie | 当サイトではcookie | 当サイトでは cookie | 当サイトでは、cookie | このサイトは cookie | このサイトではcookie | 当社は、cookie
    | cookie の設定 | cookie設定 | プライバシーポリシー | cookieを受け入れ | お使いのブラウザ | ご利用のブラウザ | javascript を有効 | javascriptを有効
dated: 更新 | 更新日 | 最終更新 | 公開 | 公開日 | 掲載 | 配信 | 投稿日 | 発行 | 入力 | 読了時間 | 所要時間 | 作成
by: 文= | 文＝ | 文・ | 文／ | 文/ | 取材・文 | 執筆 | 筆者 | 著者 | 記者 | 文： | 構成 | 聞き手 | 編集委員
credit: 写真 | 写真提供 | 撮影 | 画像 | 画像提供 | 提供 | 出典 | 出所 | イラスト | 図 | 資料写真 | 図版
thanks: 取材協力 | 協力： | 翻訳： | 翻訳・編集 | 編集： | 聞き手：
notice: ※この記事は | この記事は…に掲載 | この記事は…に公開 | 本記事は | この記事の初出 | 初出： | ※本記事は | ※記事の内容
amends: 訂正 | 修正 | 誤り | 誤って | 誤記 | 取り消し | 撤回 | 削除 | お断り | おことわり | お詫び | 編集部注
rights: 無断転載 | 無断複製 | 無断 | 著作権 | 禁無断転載 | 記事・写真の無断
tags: タグ | キーワード | トピック | トピックス | カテゴリ | カテゴリー | ジャンル | ハッシュタグ | この記事のタグ | テーマ
service: コンテンツへ | 本文へ | メインコンテンツ | 公式x | この記事を聴く | この記事をシェア | この記事をシェアする | お問い合わせ | ご意見 | 情報提供 | 情報をお寄せ | 誤りを | ご感想 | あなたの意見 | この記事へのご意見
""",
    "ko": """
read_more: 관련기사 | 관련 기사 | 관련뉴스 | 관련 뉴스 | 관련 링크 | 관련 콘텐츠 | 관련 영상 | 관련글 | 관련: | 연관기사 | 연관 기사 | 함께 읽기 | 함께 볼 만한 | 함께 보면 | 더보기 | 더 보기 | 더 읽기 | 더 알아보기
    | 계속 읽기 | 이어서 보기 | 전문 보기 | 기사 더보기 | 기사 전체 보기 | 자세히 보기 | 추천 기사 | 추천기사 | 추천 뉴스 | 많이 본 뉴스 | 많이 본 기사 | 가장 많이 본 | 많이 읽은 | 인기 기사 | 인기기사 | 주요 뉴스 | 주요뉴스
    | 최신 뉴스 | 최신뉴스 | 이 시각 | 오늘의 | 다른 기사 | 당신이 좋아할 | 놓치지 마세요 | ▶ 관련 | ☞
label: 공유 | 공유하기 | 기사 공유 | 인쇄 | 인쇄하기 | 프린트 | 저장 | 저장하기 | 스크랩 | 듣기 | 기사 듣기 | 음성으로 듣기 | 댓글 | 댓글쓰기 | 댓글 쓰기 | 댓글 보기 | 댓글 달기 | 의견 | 구독 | 구독하기 | 팔로우 | 팔로우하기
    | 광고 | 협찬 | 갤러리 | 포토 | 사진 | 영상 | 동영상 | 동영상 보기 | 재생 | 오디오 | 팟캐스트 | 로딩 중 | 로딩중 | 잠시만 기다려 주세요 | 링크 복사 | 링크복사 | url 복사 | url복사 | 주소복사 | 복사되었습니다
    | 복사 완료 | 로그인 | 로그아웃 | 회원가입 | 가입 | 더 보기 | 더보기 | 닫기 | 메뉴 | 검색 | 맨 위로 | 위로 | 출처 | 뉴스레터 | 라이브 | 생중계 | 태그 | 키워드 | 주제 | 글자크기 | 글자 크기 | 글자크기 조절 | 글씨크기
    | 좋아요 | 싫어요 | 기사저장 | 기사 원문 | 다국어 | 번역 | 제보하기 | 오류신고 | 공감 | 본문 듣기 | 요약 | 확대 | 이미지 확대 | 이미지 크게 보기
with: 이 | 기사 | 기사를 | 를 | 을 | 에 | 로 | 카카오톡 | 페이스북 | 트위터 | x | 밴드 | 이메일 | 메일 | 링크 | facebook | twitter | whatsapp | 하기
offer: 뉴스레터 | 앱 | 채널 | 카카오톡 | 카톡 | 유튜브 | 네이버 | 페이스북 | 인스타그램 | 텔레그램 | 구독 | 알림 | 이메일 | 개인정보 | 쿠키
act: 구독 | 가입 | 팔로우 | 다운로드 | 클릭 | 추가 | 설치 | 신청
us: 우리 | 저희 | 하세요 | 주세요 | 드립니다 | 받아보세요 | 만나보세요
invite: 구독하세요 | 구독해 주세요 | 구독해주세요 | 구독하기 | 받아보세요 | 받아 보세요 | 가입하세요 | 다운로드하세요 | 팔로우하세요 | 추가하세요 | 만나보세요 | 신청하세요 | 설치하세요 | 제보를 기다립니다 | 제보해 주세요
paywall: 유료회원 | 유료 회원 | 유료회원 전용 | 구독자 전용 | 회원 전용 | 회원전용 | 로그인 후 이용 | 로그인 후 계속 | 계속 읽으려면 | 전문을 읽으려면 | 기사를 계속 읽으려면 | 이미 구독 | 이미 회원이신 | 구독 후 | 유료 콘텐츠
    | 유료 기사
consent: 이 콘텐츠를 보려면 | 이 콘텐츠는 | 외부 콘텐츠 | 쿠키를 사용합니다 | 당사는 쿠키 | 이 사이트는 쿠키 | 이 웹사이트는 쿠키 | 본 사이트는 쿠키 | 쿠키 설정 | 개인정보 처리방침 | 개인정보처리방침 | 쿠키 허용 | 사용 중인 브라우저
    | 브라우저가
dated: 입력 | 입력: | 등록 | 등록일 | 게재 | 작성 | 작성일 | 송고 | 기사입력 | 기사 입력 | 기사등록 | 최종수정 | 최종 수정 | 수정 | 수정: | 업데이트 | 발행 | 승인 | 읽는 시간 | 읽는시간
by: 기자 | 글 | 글· | 글= | 글: | 작성자 | 글쓴이 | 취재 | 취재: | 정리 | 인터뷰
credit: 사진 | 사진= | 사진: | 사진출처 | 사진 출처 | 사진제공 | 사진 제공 | 출처 | 그래픽 | 일러스트 | 이미지 | 자료 | 자료사진 | 영상편집 | 촬영
thanks: 출처: | 출처 : | 편집: | 취재: | 영상편집: | 영상취재: | 그래픽: | 제작: | 번역:
notice: ※ 이 기사는 | 이 기사는 … 에 게재 | 이 기사는 … 에 실린 | 이 기사는 … 보도된 | 본 기사는 | 본 콘텐츠는 | 이 글은 … 에 게재
amends: 정정 | 바로잡 | 오류 | 잘못 | 사실과 다* | 취소 | 철회 | 삭제 | 편집자 주 | 편집자주 | [편집자 | 알립니다
rights: 무단전재 | 무단 전재 | 저작권자 | 저작권 | 무단복제 | 무단 복제 | 재배포 금지 | 재배포금지 | ⓒ | <저작권
tags: 태그 | 키워드 | 주제 | 주제어 | 카테고리 | 분류 | 해시태그 | 관련 태그 | 관련 키워드
service: 본문 바로가기 | 본문으로 | 내용으로 건너뛰기 | 이 기사 듣기 | 이 기사를 공유 | 문의 | 제보하기 | 제보: | 제보는 | 카카오톡 : | 카카오톡: | 오류를 발견 | 당신의 의견 | 여러분의 의견 | 기사 제보 | 이메일 : | 전화 :
    | 독자 여러분
""",
    "th": """
read_more: อ่านเพิ่มเติม | อ่านต่อ | อ่านข่าวเพิ่มเติม | อ่านข่าวต่อ | อ่านข่าวอื่น | อ่านบทความ | อ่านฉบับเต็ม | อ่านรายละเอียด | อ่าน: | อ่าน :
    | อ่านข่าว : | อ่านข่าว: | ข่าวที่เกี่ยวข้อง | บทความที่เกี่ยวข้อง | เรื่องที่เกี่ยวข้อง | เนื้อหาที่เกี่ยวข้อง | เรื่องเกี่ยวข้อง
    | ข่าวเกี่ยวข้อง | ดูเพิ่มเติม | ดูข่าวเพิ่มเติม | ดูทั้งหมด | ชมคลิป | ติดตามอ่าน | ติดตามข่าวอื่น | ข่าวอื่นๆ | ข่าวอื่น ๆ | ข่าวเพิ่มเติม
    | ข่าวแนะนำ | เรื่องแนะนำ | แนะนำสำหรับคุณ | บทความแนะนำ | คุณอาจสนใจ | คุณอาจชอบ | ข่าวยอดนิยม | ยอดนิยม | ข่าวล่าสุด | ห้ามพลาด
    | รายละเอียดเพิ่มเติม | ข้อมูลเพิ่มเติม
label: แชร์ | แชร์ข่าว | แชร์บทความ | แบ่งปัน | พิมพ์ | บันทึก | ฟัง | ฟังข่าว | ฟังบทความ | ความคิดเห็น | แสดงความคิดเห็น | ดูความคิดเห็น | คอมเมนต์
    | ติดตาม | ติดตามเรา | โฆษณา | สนับสนุนโดย | แกลเลอรี | แกลเลอรี่ | ภาพ | คลิป | วิดีโอ | วีดีโอ | ดูวิดีโอ | เล่นวิดีโอ | เสียง | พอดแคสต์
    | กำลังโหลด | โปรดรอสักครู่ | กรุณารอสักครู่ | คัดลอกลิงก์ | คัดลอกลิงค์ | คัดลอกแล้ว | สมัครสมาชิก | สมัคร | เข้าสู่ระบบ | ลงทะเบียน | ออกจากระบบ
    | แสดงเพิ่มเติม | โหลดเพิ่ม | เพิ่มเติม | ปิด | เมนู | ค้นหา | กลับขึ้นด้านบน | แหล่งที่มา | ที่มา | จดหมายข่าว | ถ่ายทอดสด | สด | แท็ก
    | ป้ายกำกับ | หัวข้อ
with: นี้ | บทความ | ข่าว | บน | ผ่าน | ทาง | ไปที่ | เฟซบุ๊ก | ทวิตเตอร์ | ไลน์ | facebook | twitter | x | line | whatsapp | อีเมล | ลิงก์
offer: จดหมายข่าว | แอป | แอปพลิเคชัน | แอพ | ช่อง | สมาชิก | แจ้งเตือน | ไลน์ | line | เฟซบุ๊ก | ทวิตเตอร์ | ยูทูบ | อินสตาแกรม | ความเป็นส่วนตัว
    | คุกกี้ | อีเมล
act: สมัคร | ติดตาม | ดาวน์โหลด | คลิก | กดติดตาม | เพิ่มเพื่อน | ยอมรับ | ลงทะเบียน
us: เรา | ของเรา
invite: สมัครรับ | สมัครสมาชิก | ติดตามเรา | ติดตามข่าวสาร | กดติดตาม | ดาวน์โหลดแอป | ดาวน์โหลดได้ | เพิ่มเพื่อน | อย่าพลาดข่าว | สนับสนุนเรา
    | คลิกที่นี่
paywall: สำหรับสมาชิกเท่านั้น | เฉพาะสมาชิก | เฉพาะสมาชิกเท่านั้น | เนื้อหาสำหรับสมาชิก | เป็นสมาชิกอยู่แล้ว | เพื่ออ่านต่อ | อ่านต่อสมัครสมาชิก
    | เพื่ออ่านบทความฉบับเต็ม | มีบัญชีอยู่แล้ว | เนื้อหาพรีเมียม
consent: หากต้องการดูเนื้อหานี้ | เพื่อดูเนื้อหานี้ | เนื้อหานี้ไม่ | เนื้อหานี้มาจาก | เนื้อหาภายนอก | เราใช้คุกกี้ | เว็บไซต์นี้ใช้คุกกี้
    | เว็บไซต์ของเราใช้ | เว็บไซต์นี้มีการใช้ | การตั้งค่าคุกกี้ | นโยบายความเป็นส่วนตัว | ยอมรับคุกกี้ | เบราว์เซอร์ของคุณ | เราต้องการความยินยอม
dated: เผยแพร่ | เผยแพร่เมื่อ | วันที่เผยแพร่ | โพสต์เมื่อ | อัปเดต | อัปเดตล่าสุด | อัพเดท | อัพเดทล่าสุด | ปรับปรุงล่าสุด | แก้ไขล่าสุด
    | เวลาในการอ่าน | ใช้เวลาอ่าน | นาทีในการอ่าน
by: โดย | โดย: | โดย : | เขียนโดย | ผู้เขียน | ผู้เขียน: | เรื่องโดย | เรื่อง: | ผู้สื่อข่าว:
credit: ภาพ | ภาพ: | ภาพจาก | ภาพโดย | ภาพประกอบ | ที่มาของภาพ | เครดิตภาพ | ขอบคุณภาพ | ขอบคุณภาพจาก | ที่มา | ที่มา: | แหล่งที่มา | แหล่งข้อมูล
    | แฟ้มภาพ | กราฟิก
thanks: ขอบคุณข้อมูลจาก | ขอบคุณข้อมูล | ขอบคุณภาพและข้อมูล | ที่มา: | ที่มา : | ข้อมูลจาก: | อ้างอิง: | อ้างอิง :
notice: หมายเหตุ: บทความ | บทความนี้เผยแพร่ครั้งแรก | บทความนี้ได้รับการ | บทความนี้ถูกเผยแพร่ | เผยแพร่ครั้งแรก | ข่าวนี้ได้รับการอัปเดต
    | บทความนี้เป็นความเห็น
amends: แก้ไข | คำชี้แจง | ผิดพลาด | ไม่ถูกต้อง | ฉบับก่อนหน้า | ถอนบทความ | ถูกถอน | ถูกลบ | หมายเหตุบรรณาธิการ
rights: สงวนลิขสิทธิ์ | สงวนสิทธิ์ | ลิขสิทธิ์ | ห้ามคัดลอก | ห้ามทำซ้ำ
tags: แท็ก | แท็กที่เกี่ยวข้อง | ป้ายกำกับ | หัวข้อ | คำสำคัญ | คีย์เวิร์ด | หมวดหมู่ | หมวด | tag | tags
service: ข้ามไปที่เนื้อหา | ข้ามไปยังเนื้อหา | ติดตามเราได้ที่ | ติดตามเราที่ | ติดตามข่าวสาร | ฟังบทความนี้ | แชร์บทความนี้ | ติดต่อเรา | เขียนถึงเรา
    | ส่งถึงเรา | พบข้อผิดพลาด | คุณคิดอย่างไร | ช่องทางติดตาม | โอนเงิน paypal | โอนเงิน พร้อมเพย์ | line ไอดี
""",
    "vi": """
read_more: xem thêm | đọc thêm | đọc tiếp | đọc thêm: | xem tiếp | xem chi tiết | xem toàn bộ | xem video | mời xem | mời độc giả | mời quý độc giả
    | mời bạn đọc | nghe thêm | tin liên quan | bài liên quan | bài viết liên quan | tin tức liên quan | tin bài liên quan | nội dung liên quan
    | chủ đề liên quan | liên quan: | tin khác | các tin khác | tin cùng chuyên mục | cùng chuyên mục | tin mới | tin mới nhất | tin nổi bật
    | tin nóng | có thể bạn quan tâm | bạn có thể quan tâm | có thể bạn thích | gợi ý cho bạn | dành cho bạn | đừng bỏ lỡ | không nên bỏ lỡ
    | đọc nhiều | đọc nhiều nhất | xem nhiều | tìm hiểu thêm | >> | >>>
label: chia sẻ | chia sẻ bài viết | in | in bài viết | lưu | lưu bài viết | lưu bài | nghe | nghe bài viết | nghe đọc bài | bình luận | viết bình luận
    | gửi bình luận | ý kiến | ý kiến bạn đọc | xem bình luận | theo dõi | theo dõi chúng tôi | quảng cáo | tài trợ | nội dung tài trợ | thư viện ảnh
    | bộ sưu tập ảnh | ảnh | video | xem video | phát video | âm thanh | podcast | đang tải | vui lòng chờ | sao chép liên kết | sao chép link
    | đã sao chép | đăng ký | đăng nhập | đăng xuất | hiển thị thêm | tải thêm | thêm | đóng | menu | tìm kiếm | về đầu trang | lên đầu trang | nguồn
    | bản tin | trực tiếp | thẻ | từ khóa | từ khoá | chủ đề | báo lỗi | gửi | trở lại | tặng sao | cỡ chữ | tag | tags
with: bài | bài viết | này | trên | lên | qua | với | facebook | zalo | twitter | x | whatsapp | telegram | email | liên kết | link
offer: bản tin | ứng dụng | app | kênh | thông báo | zalo | đăng ký | hộp thư | quyền riêng tư | google news | fanpage
act: đăng ký | theo dõi | tải | nhấn | nhấp | bấm | tham gia | truy cập | đồng ý
us: chúng tôi
invite: đăng ký nhận | đăng ký để | đăng ký ngay | theo dõi chúng tôi | theo dõi kênh | tải ứng dụng | tải app | nhấn theo dõi | tham gia
    | hãy theo dõi | nhận tin | cập nhật tin tức | ủng hộ chúng tôi
paywall: chỉ dành cho thuê bao | chỉ dành cho hội viên | dành cho thành viên | dành riêng cho thành viên | dành cho độc giả trả phí | bạn đã đăng ký
    | đã có tài khoản | để đọc tiếp | để tiếp tục đọc | đăng nhập để đọc | đăng ký để đọc | nội dung trả phí | bài viết dành cho
consent: để xem nội dung này | nội dung này không | nội dung này được | nội dung bên ngoài | chúng tôi sử dụng cookie | trang web này sử dụng
    | website này sử dụng | cài đặt cookie | chính sách bảo mật | chính sách quyền riêng tư | chấp nhận cookie | trình duyệt của bạn
    | chúng tôi cần sự đồng ý
dated: đăng lúc | ngày đăng | xuất bản | đã đăng | cập nhật | cập nhật lúc | cập nhật lần cuối | cập nhật: | chỉnh sửa | thời gian đọc | phút đọc
by: tác giả | tác giả: | bài: | bài và ảnh | bài, ảnh | theo | thực hiện: | viết bởi | biên tập | phóng viên
credit: ảnh | ảnh: | ảnh minh họa | ảnh minh hoạ | hình | hình ảnh | nguồn | nguồn ảnh | nguồn: | đồ họa | đồ hoạ | minh họa | ảnh chụp màn hình
thanks: nguồn: | nguồn tin: | tổng hợp: | (theo
notice: bài viết được đăng lần đầu | bài viết này được đăng | bài viết đã được cập nhật | bài viết gốc | bài viết thể hiện | đăng lần đầu
    | xuất bản lần đầu | tin đang được cập nhật | tiếp tục cập nhật
amends: đính chính | cải chính | sửa | sai sót | nhầm | lỗi | phiên bản trước | thu hồi | gỡ | rút lại | lời tòa soạn | lời toà soạn | ghi chú của
rights: bản quyền thuộc | bản quyền | giữ bản quyền | mọi quyền được bảo lưu | cấm sao chép | ghi rõ nguồn
tags: thẻ | tag | tags | từ khóa | từ khoá | chủ đề | chuyên mục | danh mục | hashtag | chủ đề liên quan
service: chuyển đến nội dung | bỏ qua đến | theo dõi chúng tôi | nghe bài viết | chia sẻ bài viết | liên hệ chúng tôi | liên hệ với chúng tôi
    | gửi cho chúng tôi | viết cho chúng tôi | mọi ý kiến | mọi thông tin | phát hiện lỗi | bạn nghĩ gì | ý kiến của bạn
""",
    "id": """
read_more: baca juga | baca selengkapnya | baca selanjutnya | baca lebih lanjut | baca berita | baca artikel | baca lagi | baca: | baca : | baca pula
    | bacaan lanjut | bacaan berkaitan | lihat juga | lihat selengkapnya | lihat lebih | tonton juga | tonton video | simak juga | simak video
    | simak: | dengar juga | berita terkait | artikel terkait | berita lainnya | artikel lainnya | topik terkait | terkait: | berita berkaitan
    | artikel berkaitan | berkaitan: | berita lain | selengkapnya | selengkapnya: | informasi lebih lanjut | maklumat lanjut | rekomendasi untuk
    | disarankan | pilihan untuk anda | pilihan editor | anda mungkin | mungkin anda | jangan lewatkan | jangan lepaskan | terpopuler
    | berita terpopuler | paling banyak dibaca | paling dibaca | paling popular | terus membaca | lanjutkan membaca
label: bagikan | bagikan artikel | kongsi | kongsikan | cetak | simpan | dengarkan | dengar | dengarkan artikel | komentar | komen | beri komentar
    | tulis komentar | lihat komentar | tinggalkan komentar | tinggalkan komen | ikuti | ikuti kami | ikut kami | iklan | advertisement
    | scroll to continue with content | scroll untuk melanjutkan | lanjutkan dengan konten | bersponsor | konten bersponsor | kandungan tajaan
    | galeri | galeri foto | foto | gambar | video | putar video | audio | podcast | siniar | memuat | memuatkan | sedang memuat | harap tunggu
    | sila tunggu | salin tautan | salin link | salin pautan | tautan disalin | tersalin | berhasil disalin | berlangganan | langganan | langgan
    | masuk | log masuk | daftar | log keluar | tampilkan lebih banyak | lihat semua | muat lebih | lainnya | tutup | menu | cari | kembali ke atas
    | sumber | buletin | surat berita | langsung | siaran langsung | tag | tagar | topik | laporkan kesalahan | share | print
with: artikel | ini | berita | di | ke | melalui | via | lewat | pada | facebook | twitter | x | whatsapp | telegram | surel | email | e-mail | tautan
    | link
offer: buletin | aplikasi | app | kanal | saluran | langganan | notifikasi | kotak masuk | grup | channel | google news | privasi
act: langgan* | berlangganan | daftar | ikuti | unduh | download | klik | gabung | bergabung | sertai | setuju | muat turun
us: kami
invite: daftar | daftarkan | berlangganan | langgani | ikuti kami | ikuti saluran | ikuti kanal | ikut kami | unduh aplikasi | muat turun aplikasi
    | download aplikasi | bergabung | bergabunglah | gabung | sertai kami | dapatkan | dukung kami | jangan ketinggalan | ikuti perkembangan
paywall: khusus pelanggan | hanya untuk pelanggan | hanya untuk pelanggan* | khusus untuk pelanggan | untuk pelanggan sahaja
    | eksklusif untuk pelanggan | sudah berlangganan | sudah menjadi pelanggan | sudah punya akun | sudah mempunyai akaun | untuk melanjutkan membaca
    | untuk terus membaca | untuk membaca selengkapnya | berlangganan untuk membaca | konten premium
consent: untuk melihat konten ini | untuk melihat kandungan ini | konten ini tidak | konten ini disediakan | kandungan ini | konten eksternal
    | kami menggunakan cookie | kami menggunakan kuki | situs ini menggunakan | situs web ini menggunakan | laman ini menggunakan
    | laman web ini menggunakan | pengaturan cookie | tetapan kuki | kebijakan privasi | dasar privasi | terima cookie | peramban anda | pelayar anda
    | kami memerlukan persetujuan
dated: diterbitkan | diterbitkan pada | dipublikasikan | terbit | tayang | diperbarui | diperbaharui | dikemas kini | kemas kini | update terakhir
    | terakhir diperbarui | dimutakhirkan | waktu baca | masa membaca | menit membaca | menit baca | minit membaca | minit baca | diunggah
by: oleh | oleh: | ditulis oleh | penulis | penulis: | reporter | reporter: | pewarta | pewarta: | wartawan
credit: foto | foto: | gambar | sumber | sumber foto | sumber gambar | kredit | ilustrasi | grafis | kredit foto | fotografer | tangkapan layar
thanks: sumber: | editor: | editor : | penyunting: | pewarta: | reporter: | dengan laporan
notice: artikel ini pertama kali | artikel ini telah tayang | artikel ini telah | artikel ini sebelumnya | artikel ini diterbitkan | artikel asli
    | pertama kali terbit | pertama kali diterbitkan | berita ini telah diperbarui | artikel ini merupakan pandangan
amends: koreksi | ralat | pembetulan | dikoreksi | klarifikasi | diralat | kesalahan | keliru | salah | versi sebelumnya | ditarik | dicabut
    | dihapus | catatan redaksi | catatan editor | nota editor
rights: hak cipta | hak cipta dilindungi | hak cipta terpelihara | seluruh hak cipta | semua hak dilindungi | dilarang mengutip | dilarang keras
    | dilarang menyalin | copyright ©
tags: tag | tags | tagar | topik | kata kunci | kategori | label | topik terkait | rubrik
service: lompat ke konten | langsung ke konten | langkau ke | ikuti kami di | ikut kami di | dengarkan artikel | bagikan artikel | hubungi kami
    | kirim ke | kirimkan | tulis kepada kami | menemukan kesalahan | apa pendapat anda | bagaimana menurut | punya informasi | cek berita
""",
}
