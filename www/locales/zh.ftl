# Every sentence of en.ftl, in the language whose tag names this file. Where words are changed there, they are changed here.


## Steps

steps-label = 步骤
step-choose = 选择
step-review = 检查
step-cleaning = 清理
step-done = 保存

## Choose

choose-title = 添加您的影像
choose-how = 把您拿到的文件夹、光盘、光盘映像或 zip 文件拖放到这里。或者选择：
choose-how-touch = 选择您拿到的 zip 文件、文件夹或文件：
choose-folder = 选择文件夹
choose-files = 选择文件
choose-stay = 它只留在这台设备上。
choose-stay-form = 您自己的文件留在这台设备上。随此表单发出的只有清理后的副本。
choose-sample = 用示例试一试
choose-sample-hint = 一位虚构的患者，随时可用。
choose-drop = 松开即可添加
choose-looking = 正在查看文件夹：{ $files ->
   *[other] { $files } 个文件
  }
choose-disabled = 这里已关闭添加影像的功能。
choose-nothing = 里面没有文件。请选择存放影像的文件夹。
choose-too-big = 大小为 { $size }。本网站最多接受 { $max }。
lacks-pictures = 这个版本无法查找图片中的文字或面部，因此会略去可能含有这些内容的图片。
lacks-codecs = 这个小版本无法打开某些图片（JPEG 2000 和 JPEG XL），因此会略去它们。
lacks-reader = 这个小版本无法读出图片中的文字，因此可能会多遮盖一些。
lacks-codecs-reader = 这个小版本可能会把图片中的文字遮盖得过多，并会略去某些图片（JPEG 2000 和 JPEG XL）。

## Reading

reading-title = 正在读取您的文件
reading-hint = 尚未更改任何内容，也不会发送任何内容。
reading-count = { $done } / { $total }
reading-stop = 停止
reading-use = 用已读取的部分继续
reading-found = 目前找到的内容
progress-reading = 读取中：{ $done } / { $total }
progress-looking = 正在查看图片：{ $done } / { $total }
progress-cleaning = 清理中：{ $done } / { $total }

## Review

review-title = { $studies ->
    [0] 没有找到影像检查
   *[other] 找到 { $studies } 次影像检查
  }
review-title-pictures = { $count ->
   *[other] 找到 { $count } 个图片文件
  }
review-summary = { $series ->
   *[other] { $series } 个序列
  }，{ $images ->
   *[other] { $images } 张图像
  }，{ $size }。尚未更改任何内容。
review-and-fact = { $first }，{ $second }
review-now = 共 { $size }。尚未更改任何内容。
review-facts-show = 显示医院和日期
review-facts-hide = 隐藏医院和日期
review-count = { $series ->
   *[other] { $series } 个序列
  }，{ $images ->
   *[other] { $images } 张图像
  }
review-kind-of = { $kind }：{ $part }
review-kind-of-two = { $kind }：{ $part }和{ $other }
review-unread = { $count ->
   *[other] 您已停止：有 { $count } 个文件未读取
  }
review-unread-hint = 它们会被略去。我们不知道里面有什么。
review-unread-read = 全部读取
review-whole = 包含这次检查的所有序列：{ $title }
review-whole-short = 这次检查的所有序列
review-person = 包含第 { $person } 位的所有检查
review-person-short = 包含此人
review-out = { $series ->
   *[other] 您略去了 { $series } 个序列
  }：{ $images ->
   *[other] { $images } 张图像
  }。
review-kind-count = { $kind }：{ $count }
review-none = 这些文件中没有本工具能读取的影像。请选择医院给您的整个文件夹或 zip 文件。
review-people = 这些影像属于 { $people } 个人
review-people-check = 请逐一核对。这些是您的影像吗？或者您有权分享吗？如果不是，请取消勾选那个人。
review-people-apart = 他们会分开处理：每个人得到一个自己的虚构编号。
review-people-same = 其中有些可能是同一个人：某个姓名出现了两次，或者缺失。我们无法判断。
review-people-nameless = 无姓名
review-study-of = 第 { $person } 位：{ $kind }
review-name = 姓名
review-birth = 出生日期
review-id = 患者编号
review-date = 检查日期
review-hospital = 医院
review-description = 描述
review-hidden = 已隐藏
review-absent = 未提供
review-show = 显示
review-hide = 隐藏
review-show-label = 显示这次检查的详细信息
review-hide-label = 隐藏这次检查的详细信息
review-study = 影像检查
review-series = 这次检查中的序列
review-series-help = 取消勾选即可略去某个序列。
review-column-include = 包含
review-column-picture = 图片
review-column-series = 序列
review-column-images = 图像
review-include = 包含{ $series }，{ $images ->
   *[other] { $images } 张图像
  }
review-images = { $images ->
   *[other] { $images } 张图像
  }
review-pictures = 图片文件
review-pictures-hint = 照片或截图，会作为图片而不是影像保留。它们本身不带姓名，请确认每一张都是您的。其中隐藏的备注（例如照片的拍摄地点）会被去掉。
review-left-series = 已略去
review-refused = { $count ->
   *[other] 其中 { $count } 个文件会被略去
  }
review-picture = { $series }中的一张图片
review-no-picture = 无预览
review-removes = 这些信息会被移除
review-removes-hint = 在每个文件中，每一项都会被删除、清理，或换成虚构的内容。
review-counts = 每种各有多少
review-counts-line = { $kind }：{ $count } 次
review-stays = 这些会保留
review-look = 请看一看
review-left = { $count ->
   *[other] 另有 { $count } 项会被略去
  }
review-left-hint = 它们不是影像的一部分，而且常常含有姓名。
review-withheld = { $count ->
   *[other] 有 { $count } 个文件无法包含
  }
review-withheld-hint = 我们只放行能够核查的文件。这些我们无法核查：
review-start = { $images ->
   *[other] 清理 { $images } 张图像
  }
review-start-none = 请至少勾选一个序列再继续。
review-start-name = 请更改影像上的姓名再继续。
review-disc = 同时制作成光盘格式
review-disc-hint = 文件会使用光盘的命名方式，并附上光盘查看器读取的列表。列表的内容不会比文件更多。
review-back = 选择其他内容
review-files = 显示文件
review-more = 还有 { $count } 个

## What goes and what stays

removes-names = 您的姓名
removes-ids = 指向您的编号
removes-birth = 您的出生日期
removes-dates = 真实日期
removes-places = 医院和科室
removes-staff = 医生和工作人员
removes-contact = 地址和电话
removes-device = 设备的序列号和名称
removes-notes = 备注和评论
removes-uids = 指向医院的技术编号
removes-private = 厂商的隐藏字段
removes-graphics = 叠加在图片上的图形和文字
removes-beside = 图片文件中的隐藏备注
removes-other = 其他信息

## Every field of a file

fields-open = 详细信息：每个字段的前后对比
fields-title = 一张图像的字段
fields-hint = 供了解 DICOM 的人使用。这是对某个序列中间一张图像将要进行的处理。这些值绝不会离开这个屏幕。
fields-series = 序列
fields-series-find = 查找序列
fields-series-none = 没有符合的序列
fields-which = 显示
fields-all = 所有字段
fields-goes = 将去掉的内容
fields-changes = 将更改的内容
fields-stays = 将保留的内容
fields-find = 查找
fields-show = 显示值
fields-count = 共 { $of } 个字段中的 { $count } 个
fields-none = 无法查看这张图像的内容。
fields-column-path = 字段
fields-column-action = 处理方式
fields-column-rule = 原因
fields-column-before = 之前
fields-column-after = 之后
fields-items = { $count ->
   *[other] { $count } 个条目
  }
fields-bytes = { $size } 数据
fields-empty = 空
fields-private = { $count ->
   *[other] 另有 { $count } 个厂商隐藏字段也会去掉。
  }
fields-graphics = { $count ->
   *[other] 另有 { $count } 个叠加在图片上的图形也会去掉。
  }
fields-unknown = { $count ->
   *[other] 另有 { $count } 个无人了解的字段也会去掉。
  }
fields-more = { $count ->
   *[other] 还有 { $count } 个字段未在此列出。同样的规则也适用于它们。
  }
action-keep = 保留
action-remove = 移除
action-replace = 替换
action-empty = 清空
action-clean = 清理内部
action-dummy = 填入无意义的词
action-add = 新增
rule-basic = 基本规则
rule-bytes = 无人能查看的数据
rule-code = 代码
rule-date = 日期或时间
rule-device-text = 设备自己的文字
rule-foreign = 不属于这类文件
rule-grammar = 格式不正确
rule-identifier = 含有您的信息
rule-required = 必须存在，因此已填入
rule-statement = 说明做了什么
rule-term = 标准中的用词
rule-text = 自由文字
rule-uid = 技术编号
rule-value = 只有数字

## Parts of the body: "MRI scan of the knee"

part-body = 全身
part-spine = 脊柱
part-teeth = 牙齿或颌骨
part-eyes = 眼睛
part-face = 面部
part-head = 头部
part-neck = 颈部
part-breast = 乳房
part-heart = 心脏
part-chest = 胸部
part-hip = 髋部
part-pelvis = 骨盆
part-belly = 腹部
part-knee = 膝部
part-foot = 足部或踝部
part-leg = 腿部
part-shoulder = 肩部
part-hand = 手部或腕部
part-arm = 手臂

## What cannot be taken out of a scan

remains-title = 这份影像中无法去掉的内容
remains-sources = 我们怎么知道？
remains-photo = 照片会如实显示皮肤、疤痕、文身和戒指。
remains-teeth = 每个人的牙齿和补牙都不同。谁有您的另一张牙科 X 光片，谁就能看出两张都是您的。
    .source = 牙齿：一项对 746 人牙科 X 光片的研究，2022 年。
remains-eyes = 每个人眼内的血管都不同。电脑能看出两张图片是同一只眼睛，还能猜出年龄和性别。
remains-face = 面部的骨骼和额头里的空腔会保留。每个人的都不同。
    .source = 面部：为法庭比较额头空腔的研究。
remains-head = 大脑和颅骨会保留。谁有您头部的另一份影像，谁就能看出两份都是您的。
    .source = 头部：Schwarz 等人，2019 年（把磁共振影像中的面部与照片配对）。Sharma 等人，2026 年，arXiv 2602.10043（没有面部的大脑）。
remains-chest = 它不显示您的面部。但电脑能看出两张胸部 X 光片属于同一个人，即使相隔多年。它还能猜出年龄、性别，以及脂肪和肌肉有多少。
    .source = 胸部 X 光：Packhäuser 等人，2022 年（同一个人的两张 X 光片）。Alipour 等人，Radiology Advances（RSNA），2025 年（脂肪）。
remains-bones = 每个人的骨骼都不同。电脑能看出两张 X 光片属于同一个人。
    .source = 骨骼：“Radiobiometrics”研究，胸部、膝部、骨盆和手部 X 光片，2025 年。
remains-surface = 身体的轮廓会保留，包括疤痕和皮下的植入物。
    .source = 身体：Selfridge 等人，2023 年（全身影像）。
remains-vessels = 血管会原样保留。每个人的血管走向都不同。
remains-report = 不要把报告原样贴进与 AI 的聊天中。在那里输入的内容可能会被保存，并再次出现。
remains-guess = 从几乎任何影像中，电脑都能猜出年龄、性别和体型。
    .source = 体型：RSNA，2026 年 5 月（66,608 人磁共振影像中的脂肪和肌肉）。
remains-rare = 如果有人知道，植入物、旧骨折和罕见的发现都可能指向您。
stays-pictures = 图片
    .why = 图片显示的内容不变。只有其中的文字可能会被涂黑。
    .why-faces = 图片显示的内容不变，只有两点例外：其中的文字可能会被涂黑，面部可能会被去掉。
stays-dates-moved = 日期，但已平移
    .why = 所有日期都平移相同的秘密天数。两次检查之间的时间仍然正确。
stays-dates-true = 真实日期
    .why = 各项事情发生的时间，但不包括您的出生时间。
stays-body = 性别、年龄和身体数据
    .why = 例如身高和体重。医生和研究人员需要它们。超过 89 岁的年龄记为 90。
stays-settings = 设备设置
    .why = 图片是怎样拍摄的，包括设备的品牌和型号。
stays-words = 医学用词
    .why = 在备注和描述中，医学词表里的词会保留。其他词都会去掉。
stays-reports = 报告，已清理
    .why = 检查结果和测量值会保留。姓名和不在词表里的词会去掉。
stays-graphics = 图片上的标记
    .why = 线条和箭头会保留。其中的文字会被清理。
stays-hospital = 医院和科室
    .why = 它们的名称和地址原样保留。
stays-device = 是哪台设备
    .why = 它的序列号和名称会保留，以便比较影像。
stays-private = 已知安全的厂商隐藏字段
    .why = 用来计算图片的数字。其他的都会去掉。
stays-uids = 技术编号
    .why = 它们可能通向医院自己的档案，从而指向您。

## The rules one by one

rules-title = 规则
rules-share = 用于与您不认识的人分享，例如研究人员。
rules-strict = 保留得尽可能少。
rules-clinical = 用于给您选择的医生：保留得更多。
rules-own = 您所在的网站选定了这些规则。
rules-all = 逐条查看所有规则：{ $all } 个选项中有 { $on } 个已开启
rules-on = 开
rules-off = 关
option-basic = 基本规则
    .what = 姓名、编号、地点、日期和备注都会去掉，除非下面的规则让它们保留。
option-clean-pixel-data = 清除图片中的文字
    .what = 把图片中可能透露您身份的文字涂黑。
option-clean-recognizable-visual-features = 去掉面部
    .what = 从由多层组成的头部影像（CT、MRI、PET）中去掉面部。可能显示面部而我们又无法去掉的影像不会放行。关闭时，面部会保留。
option-clean-graphics = 清理图片上的标记
    .what = 保留画在图片上的线条和箭头，并清理其中的文字。关闭时，它们会去掉。
option-clean-structured-content = 清理报告
    .what = 保留报告中的检查结果和测量值，并去掉姓名。关闭时，报告不会放行。
option-clean-descriptors = 清理备注和描述
    .what = 只保留医学词表里的词。关闭时，所有备注都会去掉。
option-retain-longitudinal-full-dates = 保留真实日期
    .what = 所有日期和时间原样保留，但不包括出生日期。
option-retain-longitudinal-modified-dates = 平移日期
    .what = 把所有日期平移同一个秘密天数，使两次检查之间的时间仍然正确。
option-retain-patient-characteristics = 保留身体数据
    .what = 保留性别、年龄、身高、体重等。超过 89 岁的年龄记为 90。
option-retain-device-identity = 保留是哪台设备
    .what = 保留设备的序列号和名称，以便比较影像。
option-retain-uids = 保留技术编号
    .what = 保留把文件联系起来的编号。它们可能通向医院自己的档案。
option-retain-safe-private = 保留安全的厂商字段
    .what = 保留已知只含图片所用数字的隐藏字段。关闭时，所有隐藏字段都会去掉。
option-retain-institution-identity = 保留医院
    .what = 保留医院和科室的名称和地址。

## The name on the scans

name-title = 写在影像上的姓名
name-hint = 可以留空。那样我们会编一个名字，例如 OTTER AMBER。
name-several = 名字后会加上几个字母和数字，以便区分这里的各个人。
name-signs = 姓名中不能有 \ ^ = 或隐藏符号。请去掉它们再输入。
name-long = 这个姓名太长。请最多使用 64 个字母。
name-real = 这是真实姓名或其中一部分。如果继续，它会写在影像上，人人可见。
name-given = 您所在的网站会把这个名字写在影像上。

## Warnings

warn-head = 头部影像仍可能显示面部
    .body = 电脑可以从头部影像画出面部。目前的规则不去掉面部。请只分享给您愿意交给对方照片的人。
    .which = 在这一组中：{ $series }。
warn-head-face = 头部影像可能显示面部
    .body = 电脑可以从头部影像画出面部。我们会查找面部并去掉。在清理之前，我们会给您看头部的前后对比。做不到时，该影像会被略去。
    .which = 在这一组中：{ $series }。
warn-head-alone = 头部影像可能显示面部
    .body = 电脑可以从头部影像画出面部。我们会查找面部并去掉。目前的规则不会停下来给您看前后对比。做不到时，该影像会被略去。
    .which = 在这一组中：{ $series }。
warn-head-unknown = 如果拍的是头部，仍可能显示面部
    .body = 我们无法判断有些序列显示的是身体的哪一部分。从头部影像可以画出面部，而目前的规则不去掉面部。请看一看这些图片。
    .which = 在这一组中：{ $series }。
warn-writing = 图片中可能写有姓名
    .body = 我们会查找图片中的文字，并在清理之前给您看找到的内容。我们可能会漏掉一些。所以分享之前请把图片看一遍。
warn-writing-always = 图片中可能写有姓名
    .body = 我们会查找图片中的文字。然后在清理之前给您看每个序列。我们可能会漏掉一些。所以请仔细看。
warn-writing-alone = 图片中可能写有姓名
    .body = 我们会查找图片中的文字并涂黑。目前的规则不会停下来给您看找到的内容。我们可能会漏掉一些。所以分享之前请把图片看一遍。
warn-writing-off = 请查找图片中的文字
    .body = 目前的规则不在图片中查找文字。分享之前请把所有图片看一遍。
warn-pictures = 照片可能显示您是谁
    .body = 我们会查找图片文件中的文字。我们无法去掉照片或头部绘图中的面部，也无法去掉文身或戒指。请查看每张图片，如果能看出是您，就把它略去。

## The pictures: what was found, what will be black

looking-title = 正在查找图片中的文字
looking-hint = 尚未更改任何内容，也不会发送任何内容。
look-title = 请看一看这些图片
look-lead = 有些图片中有文字，或可能有文字。请看哪些会被涂黑，并在我们弄错的地方改正。尚未更改任何内容。
look-lead-always = 目前的规则请您先看图片。请看哪些会被涂黑，并在我们弄错的地方改正。尚未更改任何内容。
look-miss = 我们可能会漏掉文字。也请看看图片的边缘和角落。如果您在黑框之外看到姓名、编号或日期，请在上面画一个框。
look-state-open = 请看一看
look-state-right = 看起来没问题
look-state-out = 已略去
look-found = { $count ->
    [0] 没有找到可能透露您身份的文字（图片：{ $of } 张）。
   *[other] { $of } 张图片中，有 { $count } 张找到了文字。
  }
look-unsearched = { $count ->
   *[other] 有 { $count } 张图片无法完全查找。请仔细查看。
  }
look-lost = { $count ->
   *[other] 另有 { $count } 个文件无法包含：它们全是文字，或者我们无法打开其图片。
  }
look-key-gone = 会变黑。再也没有人能读出来。
look-key-kept = 保留。我们认为它无害，例如表示左侧的“L”。
look-key-bare = 仍可读，但可能透露您是谁。
look-boxes = 图片上的框
look-box-gone = { $what }：会变黑
look-box-kept = { $what }：保留
look-where = 第 { $at } 张图片，共 { $of } 张
look-where-frames = 第 { $at } 张图片，共 { $of } 张；第 { $frame } 帧，共 { $frames } 帧
look-frame = 帧
look-frame-of = 第 { $frame } 帧，共 { $frames } 帧
look-previous = 上一个
look-next = 下一个
look-next-found = 下一个有文字的
look-no-picture = 这张图片无法在此显示。如果您不确定，请略去该序列。
look-add = 添加框
look-added = 已添加一个黑框。
look-erase = 去掉框
look-erased = 框已去掉。
look-leaves = 显示导出后的样子
look-help = 按一下框，可在涂黑和保留之间切换。在图片上拖动可画出新框。拖动框可移动它，拖动它的角可改变大小。用键盘：Tab 移到框，Enter 切换，方向键移动，Shift 加方向键改变大小，Delete 去掉您画的框。
look-reach = 您的更改适用于
look-reach-series = 此序列中大小相同的全部 { $pictures } 张图片
look-reach-file = 仅这张图片
look-reach-frames = 这张图片的所有帧
look-reach-frame = 仅这一帧
look-stays = 这会仍然可读。
look-stays-in = { $count ->
   *[other] 在 { $count } 张图片中，可能透露您身份的文字会保留。
  }
look-right = 看起来没问题
look-out = 略去此序列
look-in = 重新包含此序列
look-undo = 撤销我的更改
look-go = 移除我的信息
look-go-hint = 请先对每个序列确认没问题，或把它略去。
look-go-none = 所有序列都已略去，没有可清理的内容。
look-back = 返回
why-region = 这类设备写字的位置
why-outside = 影像显示区域之外
why-unread = 无法读出的文字
why-unknown = 可能透露您身份的文字
why-identifies = 透露您身份的文字
why-harmless = 无害的文字
why-drawn = 您画的框

## Faces: the head before and after

searching-title = 正在查找面部
searching-hint = 我们查看所拍部位的形状。尚未更改任何内容，也不会发送任何内容。
face-title = 您的面部
face-lead = 电脑可以从头部影像画出头部。这是它现在的样子，以及去掉面部后的样子。尚未更改任何内容。
face-lead-lost = 电脑可以从头部影像画出面部。这里我们无法去掉它。尚未更改任何内容。
face-sure-cut = 我们找到了面部。它会被去掉。
face-sure-layer = 我们找到了面部。其皮肤会被改变。
face-unsure-cut = 我们找到了面部，并会去掉它。但我们不确定能否全部去掉。
face-unsure-layer = 我们找到了面部，并会改变其皮肤。但我们不确定能否全部改变。
face-compare = 请比较这些图片。
face-layer = 这样遮住的比平常少。
face-layer-why = 只改变面部的皮肤。下面的骨骼会保留。专家可以从骨骼推断面部可能的样子。
face-lost = 这里可能有面部，而我们无法去掉。因此会被略去。
face-lost-code = 这里可能有面部。因此会被略去。
face-no-picture = 这里无法画出头部。
face-before = 之前
face-after = 之后
face-front = 正面
face-half-left = 左侧半侧面
face-half-right = 右侧半侧面
face-left = 左侧
face-right = 右侧
face-alt-before = { $from }，之前：头部现在的样子
face-alt-after = { $from }，之后：头部导出后的样子
face-alt-written = { $from }：头部导出后的样子
face-question-cut = 面部还有任何部分能看到吗？
face-question-layer = 您还能看出面部的样子吗？
face-help = 请看“之后”的图片。如果看不清，请选择“不确定”。
face-help-free = 您可以不回答。
face-gone-cut = 不能，已经没有了
face-gone-layer = 不能
face-visible = 能，或者我不确定
face-out = 这份影像会被略去。
face-go-hint = 请先回答关于每个头部的问题。
face-stays = 将保留的内容
face-stays-bones = 颅骨的形状。牙齿和耳朵也可能保留。
face-stays-ears = 耳朵。目前的规则保留它们。
face-stays-eyes = 眼睛，但不包括眼睑。目前的规则保留它们。
face-stays-brain = 大脑。如果有人有您的另一份影像，电脑能看出两份属于同一个人。
face-stays-else = 同一次就诊的单张图片和 3D 视图可能以其他方式显示面部。我们会略去它们。

## Cleaning

cleaning-title = 正在清理
cleaning-hint = 每个文件清理后都会再读一遍来核查。请保持此页面打开。
cleaning-left-seconds = { $seconds ->
   *[other] 还剩 { $seconds } 秒
  }
cleaning-left-minutes = { $minutes ->
   *[other] 大约还剩 { $minutes } 分钟
  }
cleaning-stopped = 已停止。您的文件还在这里。

## Done

done-title = 已完成并核查
done-title-none = 没有能清理的内容
done-summary = { $images ->
   *[other] 已重新读取 { $images } 张图像；其中没有发现您的信息。
  }
done-summary-left = { $images ->
   *[other] 已重新读取 { $images } 张图像；在图像画面之外没有发现您的信息。
  }
done-summary-none = 没有文件通过核查，因此没有可保存的内容。没有任何内容离开这台设备。
done-zip = 保存为 zip
done-folder = 保存到文件夹
done-form = 可以发送了。请继续填写下面的表单。
done-saving = 正在保存…
done-saved = 已保存。您自己的文件没有改变。
done-saving-percent = 正在保存：{ $percent } %
done-stop = 停止
done-stopped = 已停止。没有留下任何内容。
done-partly = { $files } 个文件中有 { $saved } 个在文件夹“{ $folder }”里。其他的无法保存。如果影像在光盘或 U 盘上，请重新放入，然后继续。
done-go-on = 继续保存
done-share = 发送到其他应用
done-shared = 已交给其他应用。
done-parts = 保存为几个较小的文件
done-parts-hint = 用于不接受大文件的邮件、手机和门户。所有部分合在一起才是您的影像：请每一部分都保存。
done-parts-size = 每部分最大
done-part = 保存第 { $part } 部分，共 { $parts } 部分（{ $size }）
done-part-saved = ✓ 已保存
done-part-kept = 第 { $part } 部分（共 { $parts } 部分）已保存。
done-part-large = 单张图像就已超过。
done-save-failed = 保存失败。如果影像在光盘或 U 盘上，请重新放入再试。
done-report = 查看报告
done-report-hide = 隐藏报告
done-report-save = 保存报告
done-size = 共 { $size }
done-withheld = { $count ->
   *[other] 有 { $count } 个文件无法核查，因此未包含
  }
done-disc-none = 光盘查看器的列表没有通过我们的核查，因此没有。清理后的文件都在。
done-not-chosen = { $count ->
   *[other] 按您的选择，略去了 { $count } 个文件。
  }
done-not-read = { $count ->
   *[other] 因为您停止了，有 { $count } 个文件未读取，所以被略去。
  }
done-cannot = 本工具无法移除的内容
done-again = 重新开始
done-back = 返回找到的内容
done-blackened = { $images ->
   *[other] 在 { $images } 张图像中，文字已涂黑。
  }
done-pictures = { $images ->
   *[other] 其中 { $images } 个是图片文件。里面只剩下图片本身。
  }
done-recompressed = { $images ->
   *[other] 有 { $images } 张照片存储时是转过方向的。为了转回来必须重新压缩，因此清晰度略有下降。
  }
done-staying = { $images ->
   *[other] 在 { $images } 张图像中，可能透露您身份的文字仍可读。
  }
done-unseen = { $images ->
   *[other] 有 { $images } 张图像没有完全查找文字。分享之前请看一看。
  }
done-face-removed = { $images ->
   *[other] 有 { $images } 张图像是头部。面部已去掉。
  }
done-face-layer = { $images ->
   *[other] 有 { $images } 张图像是头部。只改变了面部的皮肤，因此遮住的较少。
  }
done-face-open = { $images ->
   *[other] 在 { $images } 张图像中，面部的一部分可能仍能看到。我们不确定，也没有人确认它已消失。
  }
done-face-kept = { $images ->
   *[other] 有 { $images } 张图像没有查找面部：目前的规则让面部保留。
  }
done-heads = 您的头部，导出后的样子
done-heads-hint = 这是电脑能从清理后的文件画出的样子。
cannot-writing = 图片中被漏掉的文字。分享之前请把图片看一遍。
cannot-faces = 我们不查找面部的图片中的面部，例如照片、绘图或单张头部图片。
cannot-heads = 颅骨的形状，有时还有牙齿和耳朵。还有大脑：如果有人有您的另一份影像，电脑能看出两份属于同一个人。
cannot-anatomy = 您的身体本身：骨骼、牙齿、植入物或罕见的发现仍可能指向您。

## Report

report-title = 报告
report-hint = 其中没有您的姓名、编号或日期。
report-policy = 使用的规则
report-found = 找到
report-verified = 已清理并核查
report-withheld = 未包含
report-left = 已略去（不是影像）
report-attributes = 逐个字段：做了什么
report-column-path = 字段
report-column-action = 做了什么
report-column-rule = 原因
report-column-count = 次数
report-writing = 图片
report-faces = 头部影像中的面部
report-unchecked = 无人核查的内容
unchecked-writing-in-pixels = 部分图片中的文字
unchecked-faces = 部分图片中的面部
unchecked-anatomy = 身体本身透露的内容
report-tool = 由 { $name } { $version } 生成

## Failed

failed-title = 没有成功
failed-nothing = 没有任何内容离开这台设备，您的文件也没有改变。
failed-retry = 再试一次

## Form

form-missing = 请先添加影像。
form-working = 请等待您的影像清理并核查完毕。
form-unfinished = 请先完成影像的清理。
form-none = 这些文件都无法清理。请选择其他文件。

## Why a file is not included: what happened, and what to do

code-archive-encrypted = 这个 zip 文件有密码锁定。
    .do = 请先用密码解压，再添加文件夹。
code-archive-method = 它的压缩方式我们无法读取。
    .do = 请在您的电脑上解压，再添加文件夹。
code-archive-structure = zip 文件、光盘映像或其他压缩包已损坏。
    .do = 请重新下载，或索取新的副本。
code-archive-mismatch = 一个压缩的文件已损坏。
    .do = 请重新下载，或索取新的副本。
code-archive-depth = 它被层层压缩了三次。
    .do = 请在您的电脑上解压，再添加文件夹。
code-cut-off = 文件过早结束。它没有完整复制。
    .do = 请从光盘或门户重新复制。
code-structure = 文件自相矛盾，因此我们无法确定里面有什么。
    .do = 请向医院索取新的副本。
code-depth = 文件的层次太多，无法核查。
    .do = 略去它，或向医院索取普通的副本。
code-too-many = 文件的字段多得我们无法核查。
    .do = 略去它，或向医院索取普通的副本。
code-too-long = 文件的一部分长得我们无法核查。
    .do = 略去它，或向医院索取普通的副本。
code-transfer-syntax = 文件的存储格式我们无法读取。
    .do = 请向医院索取未压缩的副本。
code-no-identity = 文件没有说明自己是什么。
    .do = 请向医院索取新的副本。
code-deflate = 文件的压缩部分已损坏。
    .do = 请向医院索取新的副本。
code-pages = 它有多页，而我们在一个文件中只能核查一张图片。
    .do = 请把每一页另存为一张图片，再添加它们。
code-pixel-layout = 图片的大小与数据不符。
    .do = 请向医院索取新的副本。
code-pixel-short = 图片缺少一部分。
    .do = 请从光盘或门户重新复制。
code-pixel-stream = 无法查看压缩图片的内部，因此其中可能藏有内容。
    .do = 请向医院索取未压缩的副本。
code-pixel-elsewhere = 图片不在这个文件里。文件只说明它在哪里。
    .do = 略去它。它单独没有用处。
code-document = 它是文档，例如 PDF。页面上满是姓名。
    .do = 略去它。如果需要，请手工涂黑姓名。
code-report = 它是书面报告。姓名可能在任何地方，而目前的规则不清理报告。
    .do = 略去它。如果需要，请手工抄下医学部分。
code-free-text = 它是只有文字的报告。去掉文字就什么都不剩了。
    .do = 略去它。如果需要，请手工抄下医学部分。
code-video = 它是视频。里面常常写有姓名。
    .do = 略去它。
code-waveform = 它是录音。声音会透露说话的人是谁。
    .do = 略去它。
code-raw-data = 它是设备的原始数据。只有厂商能读取。
    .do = 略去它。由它生成的图片就够了。
code-object-kind = 这是我们不了解的文件类型。
    .do = 略去它。
code-writing = 图片全是文字，或者我们无法在其中查找文字。
    .do = 略去它。如果需要，请手工涂黑姓名。
code-codec = 我们无法打开这个文件里的图片，因此无法查找文字。
    .do = 请向医院索取未压缩的副本。
code-face = 它可能显示我们无法去掉的面部，或以其他方式显示面部。因此我们没有放行。
    .do = 略去它。
code-mask = 文字已涂黑，但新图片没有通过我们的核查，因此没有放行。
    .do = 请向医院索取未压缩的副本，或略去它。
code-residue = 清理后我们仍在其中发现了您的信息，因此没有放行。
    .do = 略去它。
code-conformance = 清理后的文件没有通过我们自己的核查，因此没有放行。
    .do = 略去它。
code-policy = 清理规则无效。
    .do = 请告诉管理本网站的人。
    .do = 请告诉管理本网站的人。
code-policy-conflict = 规则互相矛盾。
    .do = 请告诉管理本网站的人。
code-key = 这个浏览器没有给出安全的随机数，因此我们没有开始。
    .do = 请换一个浏览器再试。
code-unreadable = 无法读取文件。它可能被移走了，或光盘被取出了。
    .do = 请重新放入光盘或 U 盘再试。
code-worker-start = 负责清理的部分无法在这个浏览器中启动。
    .do = 请更新浏览器或换一个。如果您在医院的网站上，请告诉管理网站的人。
code-worker-died = 核查在这个文件上停住了，因此没有放行。
    .do = 略去它，或用较少的文件再试。
code-worker-timeout = 核查这个文件花的时间太长，因此没有放行。
    .do = 略去它，或关掉一些程序再试。
code-memory = 这台设备处理此文件时内存不足。
    .do = 请关闭其他程序，或换一台内存更大的电脑。
code-cancelled = 您在这个文件完成之前停止了。
    .do = 重新开始即可包含它。
code-other = 无法核查这个文件（{ $code }）。
    .do = 略去它。

## What else is on a disc

what-dicomdir = 目录列表（其中有您的姓名）
what-empty = 空文件
what-pdf = PDF 文档
what-gif = 图片（GIF）
what-picture = 图片（HEIC, AVIF, WebP, JPEG 2000）
what-program = 程序
what-text = 文本文件
what-html = 网页
what-xml = 数据文件（XML）
what-nifti = 研究用影像文件（NIfTI）
what-iso = 没有文件的光盘映像
what-gzip = 里面什么都没有的压缩文件（gzip）
what-rar = 压缩文件（RAR）。请先解压，再添加文件夹。
what-7z = 压缩文件（7z）。请先解压，再添加文件夹。
what-packed = 压缩文件。请先解压，再添加文件夹。
what-tar = 没有文件的压缩文件（tar）
what-zip = 没有文件的压缩文件（zip）
what-video = 视频
what-office = 办公文档
what-not-read = 因为您停止了，未读取
what-unknown = 其他文件

## Kinds of scan

modality-CT = CT 检查
modality-MR = 磁共振检查
modality-CR = X 光片
modality-DX = X 光片
modality-RF = X 光系列
modality-XA = 血管 X 光
modality-MG = 乳腺 X 光
modality-US = 超声
modality-IVUS = 超声
modality-PT = PET 检查
modality-NM = 核医学检查
modality-OT = 其他图片
modality-SC = 截图
modality-PX = 牙科 X 光
modality-IO = 牙科 X 光
modality-OPT = 眼部检查
modality-OP = 眼部照片
modality-ES = 相机图片
modality-XC = 照片
modality-SM = 显微图片
modality-ECG = 心电图
modality-SR = 报告
modality-DOC = 文档
modality-PR = 显示设置
modality-KO = 关键图像列表
modality-SEG = 标记的区域
modality-RTSTRUCT = 放疗计划
modality-RTPLAN = 放疗计划
modality-RTDOSE = 放疗剂量
modality-PICTURES = 图片文件
modality-other = 影像（{ $modality }）

## Sizes

size-kilobytes = { $n } kB
size-megabytes = { $n } MB
size-gigabytes = { $n } GB

## The report on one page

report-save-page = 保存报告以供阅读或打印
report-core = 清理部分的哈希值（SHA-256）：
report-done = 做了什么
report-why-not = 文件未包含的原因

## The page around it

page-skip = 转到工具
page-language = 语言
page-title = 从您的影像中去掉您的姓名
page-lead = 您的磁共振、CT 或 X 光片，去掉能认出您的信息，即可分享。
    .stays = 它只留在这台设备上。
    .offline = 断开网络也能使用。
page-how = 使用方法
page-choose = 选择
    .what = 添加您拿到的文件夹、光盘或 zip 文件。我们就在这个浏览器里读取。
page-check = 检查
    .what = 看看里面写了谁、写了什么。您同意之前，什么都不会更改。
page-save = 保存
    .what = 每个文件清理后都会再读一遍来核查。只保存通过的文件。您自己的文件保持不变。
page-limits = 任何工具都无法去掉的内容
page-body = 您的身体就在图片里。
    .what = 胸部 X 光片会显示您大概的年龄、性别和体型。这无法去掉。
page-head = 头部有自己的形状。
    .what = 我们会从头部影像中去掉面部。但颅骨和大脑会保留，电脑可以把它们与您的另一份影像配对。
page-rare = 有些东西很罕见。
    .what = 牙齿、植入物、旧骨折或罕见疾病可能指向某一个人。
page-writing = 图片中的文字。
    .what = 我们会查找，给您看找到的内容，并把它涂黑。我们可能会漏掉一些。请把图片看一遍。
page-so = 所以：去掉您的姓名，同时仍要谨慎选择把影像交给谁。
page-promise = 没有账户，没有 cookie，不统计访客。本页的规则禁止它发送任何内容，您的浏览器会强制执行。
page-advice = 本工具不提供医疗或法律建议。它遵循 DICOM 标准去除影像中的个人信息（PS3.15，附录 E）。它按原样提供，不保证永远没有人能认出影像是谁的。
page-few = 这个小版本不含以下语言：{ $languages }。

## The badge that says what is known of the network

badge-online = 在线。您的文件不会被发送。
badge-ready = 就绪：您现在可以断开网络。
badge-offline = 离线，仍可使用
badge-offline-apart = 离线。本页面有些部分还没有取到。
badge-get = 为离线使用做好准备
badge-getting = 正在取来其余部分…
badge-failed = 其余部分没有取到。

## Keeping the page for use without a network

keep-title = 保留此工具
keep-what = 这样它无需网络也能在这台设备上打开。只保留工具，约 { $size }。您的文件不会保留。
keep-do = 保留
keep-doing = 正在保留…
keep-done = 已保留。您无需网络即可打开。
keep-failed = 没有成功。什么都没有保留。
keep-forget = 不再保留
keep-gone = 已不再保留。

## What else a person can do

else-title = 我还能做什么？
else-lead = 可以提的问题和可以复制的信函，关于您的影像、AI 和您的权利。
else-open = 显示步骤和信函
else-failed = 无法加载这些页面。请联网，重新打开页面，再按一次按钮。
else-english = 在这个版本中，这些页面只有英文。
