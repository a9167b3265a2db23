# Every sentence of en.ftl, in the language whose tag names this file. Where words are changed there, they are changed here.


## Steps

steps-label = 手順
step-choose = 選ぶ
step-review = 確かめる
step-cleaning = 消す
step-done = 保存

## Choose

choose-title = 検査画像を追加
choose-how = 受け取ったフォルダー、ディスク、ディスクイメージ、または zip ファイルをここに置いてください。または選んでください：
choose-how-touch = 受け取った zip ファイル、フォルダー、またはファイルを選んでください：
choose-folder = フォルダーを選ぶ
choose-files = ファイルを選ぶ
choose-stay = この端末の外には出ません。
choose-stay-form = 元のファイルはこの端末に残ります。このフォームで送られるのは、情報を除いたコピーだけです。
choose-sample = 見本で試す
choose-sample-hint = 架空の患者です。すぐに試せます。
choose-drop = 離すと追加されます
choose-looking = フォルダーを調べています：{ $files ->
   *[other] { $files } 個のファイル
  }
choose-disabled = ここでは検査画像を追加できません。
choose-nothing = ファイルがありませんでした。検査画像の入ったフォルダーを選んでください。
choose-too-big = 大きさは { $size } です。このサイトで扱えるのは { $max } までです。
lacks-pictures = この版は画像の中の文字や顔を探せないため、それらを含むかもしれない画像を除きます。
lacks-codecs = この小さな版は一部の画像（JPEG 2000 と JPEG XL）を開けないため、除きます。
lacks-reader = この小さな版は画像の中の文字を読めないため、必要以上に塗りつぶすことがあります。
lacks-codecs-reader = この小さな版は画像の中の文字を必要以上に塗りつぶすことがあり、一部の画像（JPEG 2000 と JPEG XL）を除きます。

## Reading

reading-title = ファイルを読んでいます
reading-hint = まだ何も変えていません。何も送りません。
reading-count = { $done } / { $total }
reading-stop = 止める
reading-use = ここまで読んだ分で進む
reading-found = ここまでに見つかったもの
progress-reading = 読み取り中：{ $done } / { $total }
progress-looking = 画像を調べています：{ $done } / { $total }
progress-cleaning = 消しています：{ $done } / { $total }

## Review

review-title = { $studies ->
    [0] 検査は見つかりませんでした
   *[other] { $studies } 件の検査が見つかりました
  }
review-title-pictures = { $count ->
   *[other] { $count } 個の画像ファイルが見つかりました
  }
review-summary = { $series ->
   *[other] { $series } シリーズ
  }、{ $images ->
   *[other] 画像 { $images } 枚
  }、{ $size }。まだ何も変えていません。
review-and-fact = { $first }、{ $second }
review-now = 全部で { $size }。まだ何も変えていません。
review-facts-show = 病院と日付を表示
review-facts-hide = 病院と日付を隠す
review-count = { $series ->
   *[other] { $series } シリーズ
  }、{ $images ->
   *[other] 画像 { $images } 枚
  }
review-kind-of = { $kind }：{ $part }
review-kind-of-two = { $kind }：{ $part }と{ $other }
review-unread = { $count ->
   *[other] 止めたため、{ $count } 個のファイルは読んでいません
  }
review-unread-hint = これらは除かれます。中に何があるかは分かりません。
review-unread-read = すべて読む
review-whole = この検査のすべてのシリーズを含める：{ $title }
review-whole-short = この検査のすべてのシリーズ
review-person = { $person } 人目のすべての検査を含める
review-person-short = この人を含める
review-out = { $series ->
   *[other] { $series } シリーズを除きました
  }：{ $images ->
   *[other] 画像 { $images } 枚
  }。
review-kind-count = { $kind }：{ $count }
review-none = この道具で読める検査画像はありませんでした。病院から受け取ったフォルダーか zip を丸ごと選んでください。
review-people = これらの検査は { $people } 人のものです
review-people-check = すべて確かめてください。あなたの検査ですか、または共有してよいものですか。違う場合は、その人のチェックを外してください。
review-people-apart = 別々に扱います。それぞれに別の作り物の番号が付きます。
review-people-same = 同じ人が含まれているかもしれません。同じ名前が二度あるか、名前がありません。こちらでは分かりません。
review-people-nameless = 名前なし
review-study-of = { $person } 人目：{ $kind }
review-name = 名前
review-birth = 生年月日
review-id = 患者番号
review-date = 検査日
review-hospital = 病院
review-description = 説明
review-hidden = 非表示
review-absent = 記載なし
review-show = 表示
review-hide = 隠す
review-show-label = この検査の詳しい内容を表示
review-hide-label = この検査の詳しい内容を隠す
review-study = 検査
review-series = この検査のシリーズ
review-series-help = 除きたいシリーズのチェックを外してください。
review-column-include = 含める
review-column-picture = 画像
review-column-series = シリーズ
review-column-images = 枚数
review-include = { $series }を含める、{ $images ->
   *[other] 画像 { $images } 枚
  }
review-images = { $images ->
   *[other] 画像 { $images } 枚
  }
review-pictures = 画像ファイル
review-pictures-hint = 写真や画面の写しです。検査ではなく画像のまま残ります。名前が付いていないので、どれもあなたのものか確かめてください。撮影場所など、中に隠れた記録は除かれます。
review-left-series = 除いたもの
review-refused = { $count ->
   *[other] このうち { $count } 個のファイルが除かれます
  }
review-picture = { $series }の画像
review-no-picture = プレビューなし
review-removes = 次の情報を消します
review-removes-hint = すべてのファイルで、それぞれ削除するか、中を消すか、作り物に置き換えます。
review-counts = それぞれの数
review-counts-line = { $kind }：{ $count } 回
review-stays = 次のものは残ります
review-look = 見てください
review-left = { $count ->
   *[other] ほかに { $count } 個のものが除かれます
  }
review-left-hint = 検査の一部ではなく、名前が入っていることがよくあります。
review-withheld = { $count ->
   *[other] { $count } 個のファイルは含められません
  }
review-withheld-hint = 確かめられたファイルだけを出します。次のものは確かめられません：
review-start = { $images ->
   *[other] 画像 { $images } 枚から個人情報を消す
  }
review-start-none = 続けるには、シリーズを少なくとも一つ選んでください。
review-start-name = 続けるには、検査に付ける名前を変えてください。
review-disc = ディスクの形にもする
review-disc-hint = ファイルにはディスク用の名前が付き、ディスクの表示ソフトが読む一覧も付きます。一覧の内容はファイルにあるものだけです。
review-back = ほかのものを選ぶ
review-files = ファイルを表示
review-more = ほか { $count } 件

## What goes and what stays

removes-names = あなたの名前
removes-ids = あなたを指す番号
removes-birth = あなたの生年月日
removes-dates = 本当の日付
removes-places = 病院と診療科
removes-staff = 医師と職員
removes-contact = 住所と電話
removes-device = 装置の製造番号と名前
removes-notes = メモとコメント
removes-uids = 病院を指す技術上の番号
removes-private = メーカーの隠れた項目
removes-graphics = 画像に重ねた図と文字
removes-beside = 画像ファイルの隠れた記録
removes-other = そのほかの情報

## Every field of a file

fields-open = 詳細：すべての項目の前と後
fields-title = 画像 1 枚の項目
fields-hint = DICOM を知っている人のためのものです。シリーズの中ほどの画像 1 枚に行うことを示します。値がこの画面の外に出ることはありません。
fields-series = シリーズ
fields-series-find = シリーズを探す
fields-series-none = 合うシリーズがありません
fields-which = 表示
fields-all = すべての項目
fields-goes = 消えるもの
fields-changes = 変わるもの
fields-stays = 残るもの
fields-find = 探す
fields-show = 値を表示
fields-count = { $of } 項目のうち { $count } 項目
fields-none = この画像の中は調べられませんでした。
fields-column-path = 項目
fields-column-action = 行うこと
fields-column-rule = 理由
fields-column-before = 前
fields-column-after = 後
fields-items = { $count ->
   *[other] { $count } 件
  }
fields-bytes = { $size } のデータ
fields-empty = 空
fields-private = { $count ->
   *[other] メーカーの隠れた { $count } 項目も消えます。
  }
fields-graphics = { $count ->
   *[other] 画像に重ねた { $count } 個の図も消えます。
  }
fields-unknown = { $count ->
   *[other] だれも知らない { $count } 項目も消えます。
  }
fields-more = { $count ->
   *[other] ほかの { $count } 項目はここに出していません。同じ規則が当てはまります。
  }
action-keep = 残る
action-remove = 消した
action-replace = 置き換えた
action-empty = 空にした
action-clean = 中を消した
action-dummy = 意味のない言葉で埋めた
action-add = 加えた
rule-basic = 基本の規則
rule-bytes = だれにも中が調べられないデータ
rule-code = コード
rule-date = 日付または時刻
rule-device-text = 装置自身の文字
rule-foreign = この種類のファイルのものではない
rule-grammar = 正しい形ではない
rule-identifier = あなたの情報を含む
rule-required = 必要なので埋めた
rule-statement = 行ったことを示す
rule-term = 規格の言葉
rule-text = 自由な文
rule-uid = 技術上の番号
rule-value = 数字だけ

## Parts of the body: "MRI scan of the knee"

part-body = 全身
part-spine = 背骨
part-teeth = 歯またはあご
part-eyes = 目
part-face = 顔
part-head = 頭
part-neck = 首
part-breast = 乳房
part-heart = 心臓
part-chest = 胸
part-hip = 股関節
part-pelvis = 骨盤
part-belly = おなか
part-knee = ひざ
part-foot = 足または足首
part-leg = 脚
part-shoulder = 肩
part-hand = 手または手首
part-arm = 腕

## What cannot be taken out of a scan

remains-title = この検査から消せないもの
remains-sources = どうして分かるのですか
remains-photo = 写真には、肌、傷あと、入れ墨、指輪がそのまま写ります。
remains-teeth = 歯と詰め物は人によって違います。あなたの別の歯の X 線写真を持つ人には、どちらもあなたのものだと分かります。
    .source = 歯：746 人の歯の X 線写真の研究、2022 年。
remains-eyes = 目の血管は人によって違います。コンピューターには、2 枚の画像が同じ目のものだと分かります。年齢と性別も推測できます。
remains-face = 顔の骨と、額の中の空洞は残ります。人によって違います。
    .source = 顔：額の空洞を比べた、裁判のための研究。
remains-head = 脳と頭の骨は残ります。あなたの頭の別の検査を持つ人には、どちらもあなたのものだと分かります。
    .source = 頭：Schwarz ほか、2019 年（MRI の顔を写真と照合）。Sharma ほか、2026 年、arXiv 2602.10043（顔のない脳）。
remains-chest = 顔は写りません。でもコンピューターには、何年離れていても、2 枚の胸の X 線写真が同じ人のものだと分かります。年齢と性別、脂肪と筋肉の量も推測できます。
    .source = 胸の X 線：Packhäuser ほか、2022 年（同じ人の X 線写真 2 枚）。Alipour ほか、Radiology Advances（RSNA）、2025 年（脂肪）。
remains-bones = 骨は人によって違います。コンピューターには、2 枚の X 線写真が同じ人のものだと分かります。
    .source = 骨：胸、ひざ、骨盤、手の X 線写真の研究「Radiobiometrics」、2025 年。
remains-surface = 体の輪郭は残ります。傷あとや、皮膚の下に入れた器具も残ります。
    .source = 体：Selfridge ほか、2023 年（全身の検査）。
remains-vessels = 血管はそのまま残ります。その走り方は人によって違います。
remains-report = 報告書をそのまま AI とのチャットに貼らないでください。そこに書いたことは保存され、また出てくることがあります。
remains-guess = ほとんどどの検査からも、コンピューターは年齢、性別、体格を推測できます。
    .source = 体格：RSNA、2026 年 5 月（66,608 人の MRI にある脂肪と筋肉）。
remains-rare = 体に入れた器具、古い骨折、珍しい所見は、それを知る人がいればあなたを指すことがあります。
stays-pictures = 画像
    .why = 写っているものは変えません。中の文字だけは黒く塗ることがあります。
    .why-faces = 写っているものは変えません。ただし二つだけ、中の文字を黒く塗ることと、顔を取り除くことがあります。
stays-dates-moved = 日付（ずらしたもの）
    .why = すべてを、同じ秘密の日数だけずらします。二つの検査の間の時間は正しいままです。
stays-dates-true = 本当の日付
    .why = 何がいつ行われたか。ただし、あなたの生まれた日は除きます。
stays-body = 性別、年齢、体の大きさ
    .why = 身長や体重などです。医師や研究者に必要です。89 歳を超える年齢は 90 になります。
stays-settings = 装置の設定
    .why = 画像の撮り方と、装置のメーカーと型です。
stays-words = 医学の言葉
    .why = メモや説明の中では、医学の言葉の一覧にある言葉だけが残ります。ほかの言葉はすべて消えます。
stays-reports = 報告書（名前などを消したもの）
    .why = 所見と測定値は残ります。名前と、一覧にない言葉は消えます。
stays-graphics = 画像の上の印
    .why = 線と矢印は残ります。その言葉からは名前などを消します。
stays-hospital = 病院と診療科
    .why = 名前と住所はそのまま残ります。
stays-device = どの装置か
    .why = 検査を比べられるように、製造番号と名前が残ります。
stays-private = 安全だと分かっているメーカーの隠れた項目
    .why = 画像を計算するための数字です。ほかはすべて消えます。
stays-uids = 技術上の番号
    .why = 病院の記録をたどって、あなたに行き着くことがあります。

## The rules one by one

rules-title = 規則
rules-share = 研究者など、知らない人と共有するための規則です。
rules-strict = 残るものをできるだけ少なくします。
rules-clinical = あなたが選んだ医師のための規則です。より多く残ります。
rules-own = 今いるサイトがこの規則を選んでいます。
rules-all = すべての規則を一つずつ：{ $all } 個の設定のうち { $on } 個がオン
rules-on = オン
rules-off = オフ
option-basic = 基本の規則
    .what = 名前、番号、場所、日付、メモは消えます。ただし、下の規則で残すものを除きます。
option-clean-pixel-data = 画像から文字を消す
    .what = あなたがだれか分かるかもしれない画像の中の文字を黒く塗ります。
option-clean-recognizable-visual-features = 顔を取り除く
    .what = 多くの層からなる頭の検査（CT、MRI、PET）から顔を取り除きます。取り除けない顔が写っているかもしれない検査は通しません。オフでは顔が残ります。
option-clean-graphics = 画像の上の印から消す
    .what = 画像に重ねた線と矢印を残し、その言葉から名前などを消します。オフでは印も消えます。
option-clean-structured-content = 報告書から消す
    .what = 報告書の所見と測定値を残し、名前を取り除きます。オフでは報告書を通しません。
option-clean-descriptors = メモと説明から消す
    .what = 医学の言葉の一覧にある言葉だけを残します。オフではメモがすべて消えます。
option-retain-longitudinal-full-dates = 本当の日付を残す
    .what = すべての日付と時刻をそのまま残します。生年月日は除きます。
option-retain-longitudinal-modified-dates = 日付をずらす
    .what = すべての日付を一つの秘密の日数だけずらします。二つの検査の間の時間は正しいままです。
option-retain-patient-characteristics = 体の情報を残す
    .what = 性別、年齢、身長、体重などを残します。89 歳を超える年齢は 90 になります。
option-retain-device-identity = どの装置かを残す
    .what = 検査を比べられるように、装置の製造番号と名前を残します。
option-retain-uids = 技術上の番号を残す
    .what = ファイルをつなぐ番号を残します。病院の記録をたどれることがあります。
option-retain-safe-private = 安全なメーカーの項目を残す
    .what = 画像のための数字だけだと分かっている隠れた項目を残します。オフでは隠れた項目がすべて消えます。
option-retain-institution-identity = 病院を残す
    .what = 病院と診療科の名前と住所を残します。

## The name on the scans

name-title = 検査に付ける名前
name-hint = 空のままでもかまいません。その場合は OTTER AMBER のような名前を作ります。
name-several = ここにいる人を区別できるように、文字と数字がいくつか付きます。
name-signs = 名前に \ ^ = や隠れた記号は使えません。それらを除いて入力してください。
name-long = その名前は長すぎます。64 文字以内にしてください。
name-real = これは本当の名前か、その一部です。続けると、検査に載ってだれにでも見えます。
name-given = 今いるサイトがこの名前を検査に付けます。

## Warnings

warn-head = 頭の検査には、まだ顔が写ることがあります
    .body = 頭の検査から、コンピューターは顔を描けます。今の規則では顔を取り除きません。あなたの写真を渡してもよい人とだけ共有してください。
    .which = この中では：{ $series }。
warn-head-face = 頭の検査には顔が写ることがあります
    .body = 頭の検査から、コンピューターは顔を描けます。顔を探して取り除きます。消す前に、頭の前と後をお見せします。うまくいかない検査は除きます。
    .which = この中では：{ $series }。
warn-head-alone = 頭の検査には顔が写ることがあります
    .body = 頭の検査から、コンピューターは顔を描けます。顔を探して取り除きます。今の規則では、前と後をお見せするために止まりません。うまくいかない検査は除きます。
    .which = この中では：{ $series }。
warn-head-unknown = 頭を撮っていれば、まだ顔が写ることがあります
    .body = 体のどこを写したか分からないシリーズがあります。頭の検査からは顔を描けますが、今の規則では顔を取り除きません。画像を見てください。
    .which = この中では：{ $series }。
warn-writing = 画像の中に名前が書かれていることがあります
    .body = 画像の中の文字を探し、消す前に、見つけたものをお見せします。見落とすことがあります。共有する前に画像に目を通してください。
warn-writing-always = 画像の中に名前が書かれていることがあります
    .body = 画像の中の文字を探します。そして消す前に、シリーズを一つずつお見せします。見落とすことがあります。よく見てください。
warn-writing-alone = 画像の中に名前が書かれていることがあります
    .body = 画像の中の文字を探して黒く塗ります。今の規則では、見つけたものをお見せするために止まりません。見落とすことがあります。共有する前に画像に目を通してください。
warn-writing-off = 画像の中の文字を探してください
    .body = 今の規則では、画像の中の文字を探しません。共有する前に、すべてに目を通してください。
warn-pictures = 写真からあなたがだれか分かることがあります
    .body = 画像ファイルの中の文字を探します。写真や頭の絵から顔を取り除くことはできません。入れ墨や指輪も取り除けません。画像を一枚ずつ見て、あなたが分かるものは除いてください。

## The pictures: what was found, what will be black

looking-title = 画像の中の文字を探しています
looking-hint = まだ何も変えていません。何も送りません。
look-title = 画像を見てください
look-lead = 文字のある画像、または文字があるかもしれない画像があります。黒く塗るところを見て、間違いがあれば直してください。まだ何も変えていません。
look-lead-always = 今の規則では、先に画像を見ていただきます。黒く塗るところを見て、間違いがあれば直してください。まだ何も変えていません。
look-miss = 文字を見落とすことがあります。画像の端や隅も見てください。黒い枠の外に名前、番号、日付が見えたら、その上に枠を描いてください。
look-state-open = 見てください
look-state-right = これでよい
look-state-out = 除いたもの
look-found = { $count ->
    [0] あなたがだれか分かるかもしれない文字は見つかりませんでした（画像 { $of } 枚）。
   *[other] 画像 { $of } 枚のうち { $count } 枚に文字が見つかりました。
  }
look-unsearched = { $count ->
   *[other] { $count } 枚の画像は十分に探せませんでした。よく見てください。
  }
look-lost = { $count ->
   *[other] ほかに { $count } 個のファイルは含められません。すべて文字か、画像を開けないためです。
  }
look-key-gone = 黒くなります。もうだれにも読めません。
look-key-kept = 残ります。左を示す「L」のように、害はないと考えます。
look-key-bare = 読めるまま残りますが、あなたがだれか分かるかもしれません。
look-boxes = 画像の上の枠
look-box-gone = { $what }：黒くなります
look-box-kept = { $what }：残ります
look-where = 画像 { $at } / { $of }
look-where-frames = 画像 { $at } / { $of }、コマ { $frame } / { $frames }
look-frame = コマ
look-frame-of = コマ { $frame } / { $frames }
look-previous = 前へ
look-next = 次へ
look-next-found = 次の文字のある画像へ
look-no-picture = この画像はここでは表示できません。自信がなければ、このシリーズを除いてください。
look-add = 枠を加える
look-added = 黒い枠を加えました。
look-erase = 枠を取る
look-erased = 枠を取りました。
look-leaves = 出すときの姿で表示
look-help = 枠を押すと、黒と残すが切り替わります。画像の上でドラッグすると新しい枠を描けます。枠をドラッグすると動き、角をドラッグすると大きさが変わります。キーボードでは、Tab で枠へ移り、Enter で切り替え、矢印キーで動かし、Shift と矢印キーで大きさを変え、Delete で自分が描いた枠を取ります。
look-reach = 変更の範囲
look-reach-series = このシリーズの同じ大きさの画像 { $pictures } 枚すべて
look-reach-file = この画像だけ
look-reach-frames = この画像のすべてのコマ
look-reach-frame = このコマだけ
look-stays = これは読めるまま残ります。
look-stays-in = { $count ->
   *[other] { $count } 枚の画像に、あなたがだれか分かるかもしれない文字が残ります。
  }
look-right = これでよい
look-out = このシリーズを除く
look-in = このシリーズを戻す
look-undo = 変更を取り消す
look-go = 私の情報を消す
look-go-hint = まずシリーズごとに「これでよい」を選ぶか、除いてください。
look-go-none = すべてのシリーズが除かれているので、消すものがありません。
look-back = 戻る
why-region = この種類の装置が文字を書く場所
why-outside = 検査が写っている部分の外
why-unread = 読めなかった文字
why-unknown = あなたがだれか分かるかもしれない文字
why-identifies = あなたがだれか分かる文字
why-harmless = 害のない文字
why-drawn = あなたが描いた枠

## Faces: the head before and after

searching-title = 顔を探しています
searching-hint = 写されたものの形を調べます。まだ何も変えていません。何も送りません。
face-title = あなたの顔
face-lead = 頭の検査から、コンピューターは頭を描けます。今の姿と、顔を取り除いた後の姿です。まだ何も変えていません。
face-lead-lost = 頭の検査から、コンピューターは顔を描けます。ここでは取り除けませんでした。まだ何も変えていません。
face-sure-cut = 顔を見つけました。取り除きます。
face-sure-layer = 顔を見つけました。肌を変えます。
face-unsure-cut = 顔を見つけました。取り除きますが、すべて消えるかどうかは確かではありません。
face-unsure-layer = 顔を見つけました。肌を変えますが、すべて変わるかどうかは確かではありません。
face-compare = 画像を比べてください。
face-layer = いつもより隠れるところが少なくなります。
face-layer-why = 変わるのは顔の肌だけです。その下の骨は残ります。骨から、専門家は顔がどんなだったかを推測できます。
face-lost = 顔があるかもしれませんが、取り除けませんでした。そのため除きます。
face-lost-code = 顔があるかもしれません。そのため除きます。
face-no-picture = ここでは頭を描けません。
face-before = 前
face-after = 後
face-front = 正面から
face-half-left = 左ななめから
face-half-right = 右ななめから
face-left = 左から
face-right = 右から
face-alt-before = { $from }、前：今の頭の姿
face-alt-after = { $from }、後：出すときの頭の姿
face-alt-written = { $from }：出すときの頭の姿
face-question-cut = 顔の一部がまだ見えますか
face-question-layer = どんな顔か、まだ分かりますか
face-help = 「後」の画像を見てください。よく見えないときは「自信がない」を選んでください。
face-help-free = 答えなくてもかまいません。
face-gone-cut = いいえ、消えています
face-gone-layer = いいえ
face-visible = はい、または自信がない
face-out = この検査は除かれます。
face-go-hint = まず、それぞれの頭についての質問に答えてください。
face-stays = 残るもの
face-stays-bones = 頭の骨の形。歯と耳も残ることがあります。
face-stays-ears = 耳。今の規則では残します。
face-stays-eyes = 目（まぶたは除く）。今の規則では残します。
face-stays-brain = 脳。あなたの別の検査を持つ人がいれば、コンピューターにはどちらも同じ人のものだと分かります。
face-stays-else = 同じときに撮った 1 枚だけの画像や 3D の画像には、別の形で顔が写ることがあります。それらは除きます。

## Cleaning

cleaning-title = 消しています
cleaning-hint = ファイルごとに消してから、もう一度読んで確かめます。このページを開いたままにしてください。
cleaning-left-seconds = { $seconds ->
   *[other] 残り { $seconds } 秒
  }
cleaning-left-minutes = { $minutes ->
   *[other] 残り約 { $minutes } 分
  }
cleaning-stopped = 止めました。ファイルはまだここにあります。

## Done

done-title = 完了、確認済み
done-title-none = 処理できたものはありませんでした
done-summary = { $images ->
   *[other] 画像 { $images } 枚を読み直しました。あなたの情報は見つかりませんでした。
  }
done-summary-left = { $images ->
   *[other] 画像 { $images } 枚を読み直しました。画像の絵の外に、あなたの情報は見つかりませんでした。
  }
done-summary-none = 確認に通ったファイルがないため、保存するものはありません。この端末の外には何も出ていません。
done-zip = zip で保存
done-folder = フォルダーに保存
done-form = 送る準備ができました。下の入力欄に進んでください。
done-saving = 保存しています…
done-saved = 保存しました。元のファイルは変わっていません。
done-saving-percent = 保存しています：{ $percent } %
done-stop = 止める
done-stopped = 止めました。何も残していません。
done-partly = { $files } 個のうち { $saved } 個のファイルがフォルダー「{ $folder }」にあります。ほかは保存できませんでした。検査がディスクや USB メモリーにある場合は、入れ直してから続けてください。
done-go-on = 保存を続ける
done-share = ほかのアプリに送る
done-shared = ほかのアプリに渡しました。
done-parts = 小さなファイルに分けて保存
done-parts-hint = 大きなファイルを扱えないメール、スマートフォン、ポータルのためのものです。すべてそろってあなたの検査になります。全部保存してください。
done-parts-size = 一つの大きさの上限
done-part = { $parts } 個のうち { $part } 個目を保存（{ $size }）
done-part-saved = ✓ 保存しました
done-part-kept = { $parts } 個のうち { $part } 個目を保存しました。
done-part-large = 画像 1 枚だけでそれより大きくなります。
done-save-failed = 保存できませんでした。検査がディスクや USB メモリーにある場合は、入れ直してもう一度試してください。
done-report = 報告を見る
done-report-hide = 報告を隠す
done-report-save = 報告を保存
done-size = 合計 { $size }
done-withheld = { $count ->
   *[other] { $count } 個のファイルは確かめられなかったため、含まれていません
  }
done-disc-none = ディスクの表示ソフト用の一覧は確認に通らなかったため、ありません。きれいなファイルはあります。
done-not-chosen = { $count ->
   *[other] 選んだとおり、{ $count } 個のファイルを除きました。
  }
done-not-read = { $count ->
   *[other] 止めたため { $count } 個のファイルは読んでおらず、除きました。
  }
done-cannot = この道具では消せないもの
done-again = 最初からやり直す
done-back = 見つかったものに戻る
done-blackened = { $images ->
   *[other] { $images } 枚の画像で、文字を黒く塗りました。
  }
done-pictures = { $images ->
   *[other] { $images } 個は画像ファイルです。中には画像そのものしか残っていません。
  }
done-recompressed = { $images ->
   *[other] { $images } 枚の写真は向きを変えて保存されていました。元に戻すために圧縮し直したので、少しだけぼやけます。
  }
done-staying = { $images ->
   *[other] { $images } 枚の画像に、あなたがだれか分かるかもしれない文字が読めるまま残っています。
  }
done-unseen = { $images ->
   *[other] { $images } 枚の画像は文字を十分に探せていません。共有する前に見てください。
  }
done-face-removed = { $images ->
   *[other] { $images } 枚は頭の画像です。顔を取り除きました。
  }
done-face-layer = { $images ->
   *[other] { $images } 枚は頭の画像です。顔の肌だけを変えたので、隠れるところが少なくなります。
  }
done-face-open = { $images ->
   *[other] { $images } 枚の画像に、顔の一部がまだ見えるかもしれません。確かではなく、消えたと答えた人もいません。
  }
done-face-kept = { $images ->
   *[other] { $images } 枚の画像では顔を探していません。今の規則では顔を残すためです。
  }
done-heads = 出すときのあなたの頭
done-heads-hint = きれいなファイルからコンピューターが描ける姿です。
cannot-writing = 画像の中の、見落とした文字。共有する前に画像に目を通してください。
cannot-faces = 写真、絵、頭の 1 枚だけの画像など、顔を探さない画像の中の顔。
cannot-heads = 頭の骨の形と、ときに歯と耳。そして脳：あなたの別の検査を持つ人がいれば、コンピューターにはどちらも同じ人のものだと分かります。
cannot-anatomy = あなたの体そのもの。骨、歯、体に入れた器具、珍しい所見は、まだあなたを指すことがあります。

## Report

report-title = 報告
report-hint = あなたの名前、番号、日付は入っていません。
report-policy = 使った規則
report-found = 見つかった数
report-verified = 消して確かめた数
report-withheld = 含まれない数
report-left = 除いた数（検査でないもの）
report-attributes = 項目ごとに行ったこと
report-column-path = 項目
report-column-action = 行ったこと
report-column-rule = 理由
report-column-count = 回数
report-writing = 画像
report-faces = 頭の検査の顔
report-unchecked = だれも確かめていないもの
unchecked-writing-in-pixels = 一部の画像の中の文字
unchecked-faces = 一部の画像の中の顔
unchecked-anatomy = 体そのものから分かること
report-tool = 作成：{ $name } { $version }

## Failed

failed-title = うまくいきませんでした
failed-nothing = この端末の外には何も出ておらず、ファイルも変わっていません。
failed-retry = もう一度試す

## Form

form-missing = まず検査画像を追加してください。
form-working = 個人情報を消して確かめ終わるまで待ってください。
form-unfinished = まず個人情報を消す作業を終えてください。
form-none = どのファイルも処理できませんでした。ほかのものを選んでください。

## Why a file is not included: what happened, and what to do

code-archive-encrypted = zip にパスワードがかかっています。
    .do = まずパスワードで展開し、フォルダーを追加してください。
code-archive-method = 読めない方法で圧縮されています。
    .do = パソコンで展開し、フォルダーを追加してください。
code-archive-structure = zip、ディスクイメージ、またはほかの圧縮ファイルが壊れています。
    .do = もう一度ダウンロードするか、新しいコピーをもらってください。
code-archive-mismatch = 圧縮されたファイルが壊れています。
    .do = もう一度ダウンロードするか、新しいコピーをもらってください。
code-archive-depth = 三重に圧縮されています。
    .do = パソコンで展開し、フォルダーを追加してください。
code-cut-off = ファイルが途中で終わっています。最後までコピーされていません。
    .do = ディスクかポータルから、もう一度コピーしてください。
code-structure = ファイルの中身が食い違っているため、何が入っているか確かめられません。
    .do = 病院から新しいコピーをもらってください。
code-depth = 層が多すぎて、確かめられません。
    .do = 除くか、病院から普通のコピーをもらってください。
code-too-many = 項目が多すぎて、確かめられません。
    .do = 除くか、病院から普通のコピーをもらってください。
code-too-long = ファイルの一部が長すぎて、確かめられません。
    .do = 除くか、病院から普通のコピーをもらってください。
code-transfer-syntax = 読めない形で保存されています。
    .do = 病院から圧縮していないコピーをもらってください。
code-no-identity = 何のファイルか書かれていません。
    .do = 病院から新しいコピーをもらってください。
code-deflate = ファイルの圧縮された部分が壊れています。
    .do = 病院から新しいコピーをもらってください。
code-pages = 複数のページがありますが、一つのファイルで確かめられる画像は一つだけです。
    .do = ページごとに別の画像として保存し、それを追加してください。
code-pixel-layout = 画像の大きさとデータが合っていません。
    .do = 病院から新しいコピーをもらってください。
code-pixel-short = 画像の一部が欠けています。
    .do = ディスクかポータルから、もう一度コピーしてください。
code-pixel-stream = 圧縮された画像の中を調べられなかったため、何か隠れているかもしれません。
    .do = 病院から圧縮していないコピーをもらってください。
code-pixel-elsewhere = 画像はこのファイルにありません。どこにあるかが書いてあるだけです。
    .do = 除いてください。それだけでは役に立ちません。
code-document = PDF などの文書です。名前がたくさん書かれています。
    .do = 除いてください。必要なら、名前を手で黒く塗ってください。
code-report = 文章の報告書です。名前がどこにあるか分からず、今の規則では報告書から消しません。
    .do = 除いてください。必要なら、医学の部分を手で写してください。
code-free-text = 言葉だけの報告書です。言葉を除くと何も残りません。
    .do = 除いてください。必要なら、医学の部分を手で写してください。
code-video = 動画です。名前が書かれていることがよくあります。
    .do = 除いてください。
code-waveform = 音声の記録です。声から話し手が分かります。
    .do = 除いてください。
code-raw-data = 装置の生データです。メーカーだけが読めます。
    .do = 除いてください。そこから作った画像で十分です。
code-object-kind = 知らない種類のファイルです。
    .do = 除いてください。
code-writing = 画像がすべて文字か、文字を探せませんでした。
    .do = 除いてください。必要なら、名前を手で黒く塗ってください。
code-codec = このファイルの画像を開けなかったため、文字を探せませんでした。
    .do = 病院から圧縮していないコピーをもらってください。
code-face = 取り除けない顔が写っているか、別の形で写っているかもしれません。そのため出しませんでした。
    .do = 除いてください。
code-mask = 文字を黒く塗りましたが、新しい画像が確認に通らなかったため、出しませんでした。
    .do = 病院から圧縮していないコピーをもらうか、除いてください。
code-residue = 消した後にもあなたの情報が見つかったため、出しませんでした。
    .do = 除いてください。
code-conformance = 消した後のファイルが確認に通らなかったため、出しませんでした。
    .do = 除いてください。
code-policy = 消すための規則が正しくありません。
    .do = このサイトを運営している人に知らせてください。
    .do = このサイトを運営している人に知らせてください。
code-policy-conflict = 規則が食い違っています。
    .do = このサイトを運営している人に知らせてください。
code-key = このブラウザーが安全な乱数を出さなかったため、始めませんでした。
    .do = 別のブラウザーでもう一度試してください。
code-unreadable = ファイルを読めませんでした。移動したか、ディスクが抜かれたのかもしれません。
    .do = ディスクか USB メモリーを入れ直して、もう一度試してください。
code-worker-start = 消す部分がこのブラウザーで始まりませんでした。
    .do = ブラウザーを新しくするか、別のものを試してください。病院のサイトなら、運営している人に知らせてください。
code-worker-died = このファイルで確認が止まったため、出しませんでした。
    .do = 除くか、少ないファイルでもう一度試してください。
code-worker-timeout = このファイルの確認に時間がかかりすぎたため、出しませんでした。
    .do = 除くか、ほかのソフトを閉じてもう一度試してください。
code-memory = このファイルで端末のメモリーが足りなくなりました。
    .do = ほかのソフトを閉じるか、もっと大きなパソコンで試してください。
code-cancelled = このファイルが終わる前に止められました。
    .do = 含めるには、もう一度始めてください。
code-other = このファイルは確かめられませんでした（{ $code }）。
    .do = 除いてください。

## What else is on a disc

what-dicomdir = 内容の一覧（あなたの名前があります）
what-empty = 空のファイル
what-pdf = PDF 文書
what-gif = 画像（GIF）
what-picture = 画像（HEIC, AVIF, WebP, JPEG 2000）
what-program = プログラム
what-text = 文字のファイル
what-html = ウェブページ
what-xml = データファイル（XML）
what-nifti = 研究用の検査ファイル（NIfTI）
what-iso = ファイルのないディスクイメージ
what-gzip = 中身のない圧縮ファイル（gzip）
what-rar = 圧縮ファイル（RAR）。先に展開し、フォルダーを追加してください。
what-7z = 圧縮ファイル（7z）。先に展開し、フォルダーを追加してください。
what-packed = 圧縮ファイル。先に展開し、フォルダーを追加してください。
what-tar = ファイルのない圧縮ファイル（tar）
what-zip = ファイルのない圧縮ファイル（zip）
what-video = 動画
what-office = オフィス文書
what-not-read = 止めたため読んでいません
what-unknown = そのほかのファイル

## Kinds of scan

modality-CT = CT 検査
modality-MR = MRI 検査
modality-CR = X 線写真
modality-DX = X 線写真
modality-RF = 連続 X 線
modality-XA = 血管の X 線
modality-MG = マンモグラフィー
modality-US = 超音波検査
modality-IVUS = 超音波検査
modality-PT = PET 検査
modality-NM = 核医学検査
modality-OT = そのほかの画像
modality-SC = 画面の写し
modality-PX = 歯の X 線
modality-IO = 歯の X 線
modality-OPT = 目の検査
modality-OP = 目の写真
modality-ES = カメラの画像
modality-XC = 写真
modality-SM = 顕微鏡の画像
modality-ECG = 心電図
modality-SR = 報告
modality-DOC = 文書
modality-PR = 表示の設定
modality-KO = 重要な画像の一覧
modality-SEG = 印を付けた部分
modality-RTSTRUCT = 放射線治療の計画
modality-RTPLAN = 放射線治療の計画
modality-RTDOSE = 放射線の量
modality-PICTURES = 画像ファイル
modality-other = 検査（{ $modality }）

## Sizes

size-kilobytes = { $n } kB
size-megabytes = { $n } MB
size-gigabytes = { $n } GB

## The report on one page

report-save-page = 読む・印刷するための報告を保存
report-core = 消す部分のハッシュ値（SHA-256）：
report-done = 行ったこと
report-why-not = 含まれないファイルの理由

## The page around it

page-skip = 道具へ進む
page-language = 言語
page-title = 検査画像からあなたの名前を消す
page-lead = MRI、CT、X 線写真から、あなたがだれか分かる情報を除き、共有できるようにします。
    .stays = この端末の外には出ません。
    .offline = インターネットを切っても使えます。
page-how = 使い方
page-choose = 選ぶ
    .what = 受け取ったフォルダー、ディスク、zip を追加します。このブラウザーの中で読みます。
page-check = 確かめる
    .what = だれの何が書かれているかを見ます。あなたが決めるまで何も変えません。
page-save = 保存
    .what = ファイルごとに消してから、もう一度読んで確かめます。通ったものだけを保存します。元のファイルはそのままです。
page-limits = どんな道具でも消せないもの
page-body = あなたの体は画像の中にあります。
    .what = 胸の X 線写真からは、おおよその年齢、性別、体格が分かります。それは取り除けません。
page-head = 頭には固有の形があります。
    .what = 頭の検査から顔を取り除きます。でも頭の骨と脳は残り、コンピューターはあなたの別の検査と照合できます。
page-rare = 珍しいものがあります。
    .what = 歯、体に入れた器具、古い骨折、珍しい病気は、一人の人を指すことがあります。
page-writing = 画像の中の文字。
    .what = 文字を探し、見つけたものをお見せして、黒く塗ります。見落とすことがあります。画像に目を通してください。
page-so = ですから、名前を消したうえで、だれに渡すかはよく考えて選んでください。
page-promise = 登録も、クッキーも、訪問者の計測もありません。このページの規則は何も送らないよう定め、ブラウザーがそれを守らせます。
page-advice = この道具は医療や法律の助言をしません。検査から個人の情報を除く DICOM 規格（PS3.15、付属書 E）に従います。現状のまま提供し、だれの検査か決して分からないとは約束しません。
page-few = この小さな版では次の言語は使えません：{ $languages }。

## The badge that says what is known of the network

badge-online = オンライン。ファイルは送られません。
badge-ready = 準備完了：今インターネットを切ってもかまいません。
badge-offline = オフラインでも動いています
badge-offline-apart = オフラインです。このページの一部はまだ届いていません。
badge-get = オフラインで使う準備をする
badge-getting = 残りの部品を取り込んでいます…
badge-failed = 残りの部品を取り込めませんでした。

## Keeping the page for use without a network

keep-title = この道具を手元に置く
keep-what = インターネットなしでこの端末で開けるようになります。手元に置くのは道具だけ（約 { $size }）で、あなたのファイルは置きません。
keep-do = 手元に置く
keep-doing = 手元に置いています…
keep-done = 手元に置きました。インターネットなしで開けます。
keep-failed = うまくいきませんでした。何も置いていません。
keep-forget = 手元に置くのをやめる
keep-gone = もう手元にありません。

## What else a person can do

else-title = ほかに何ができますか
else-lead = 検査、AI、あなたの権利についての質問と、写して使える手紙です。
else-open = 手順と手紙を表示
else-failed = 読み込めませんでした。インターネットにつないでページを開き直し、もう一度ボタンを押してください。
else-english = この版では、このページは英語だけです。
