# Everything a person reads, in plain words. Codes and kinds come from the engine; each has its sentence here.

## Steps

steps-label = Steps
step-choose = Choose
step-review = Check
step-cleaning = Clean
step-done = Save

## Choose

choose-title = Add your scan
choose-how = Drop the folder, the disc, its image or the zip file you were given. Or choose it:
choose-how-touch = Choose the zip file, the folder or the files you were given:
choose-folder = Choose folder
choose-files = Choose files
choose-stay = It stays on this device.
choose-stay-form = Your own files stay on this device. Only the clean copies go with this form.
choose-sample = Try it with a sample
choose-sample-hint = An invented patient, ready to go.
choose-drop = Let go to add
choose-looking = Looking through the folder: { $files ->
    [one] 1 file
   *[other] { $files } files
  }
choose-disabled = Adding scans is switched off here.
choose-nothing = There was no file in that. Choose the folder that holds your scan.
choose-too-big = That is { $size }. The most this site can take is { $max }.

# What a small copy of the page cannot do.
lacks-pictures = This copy cannot look for writing or faces in pictures, so it leaves out pictures that may hold some.
lacks-codecs = This small copy cannot open some pictures (JPEG 2000 and JPEG XL), so it leaves them out.
lacks-reader = This small copy cannot read writing in pictures, so it may paint over more of it.
lacks-codecs-reader =
    This small copy may paint over more writing in pictures than it must, and it leaves out some pictures (JPEG 2000 and JPEG XL).

## Reading

reading-title = Reading your files
reading-hint = Nothing is changed yet, and nothing is sent.
reading-count = { $done } of { $total }
reading-stop = Stop
reading-use = Go on with what was read so far
reading-found = Found so far
progress-reading = Reading: { $done } of { $total }
progress-looking = Looking at pictures: { $done } of { $total }
progress-cleaning = Cleaning: { $done } of { $total }

## Review

review-title = { $studies ->
    [0] We found no scan
    [one] We found 1 scan
   *[other] We found { $studies } scans
  }
review-title-pictures = { $count ->
    [one] We found 1 picture file
   *[other] We found { $count } picture files
  }
review-summary = { $series ->
    [one] 1 series
   *[other] { $series } series
  }, { $images ->
    [one] 1 image
   *[other] { $images } images
  }, { $size }. Nothing is changed yet.
# Joins facts of one scan: "MRI scan of the knee, 4 series, 1,029 images, Lakeside Hospital, March 3".
review-and-fact = { $first }, { $second }
review-now = { $size } in all. Nothing is changed yet.
review-facts-show = Show hospital and date
review-facts-hide = Hide hospital and date
review-count = { $series ->
    [one] 1 series
   *[other] { $series } series
  }, { $images ->
    [one] 1 image
   *[other] { $images } images
  }
review-kind-of = { $kind } of { $part }
review-kind-of-two = { $kind } of { $part } and { $other }
review-unread = { $count ->
    [one] You stopped: 1 file was not read
   *[other] You stopped: { $count } files were not read
  }
review-unread-hint = They are left out. We do not know what is in them.
review-unread-read = Read them all
review-whole = Include all series of this scan: { $title }
review-whole-short = All series of this scan
review-person = Include all scans of person { $person }
review-person-short = Include this person
review-out = { $series ->
    [one] You left out 1 series
   *[other] You left out { $series } series
  }: { $images ->
    [one] 1 image
   *[other] { $images } images
  }.
review-kind-count = { $kind }: { $count }
review-none = None of these files is a scan that this tool can read. Choose the whole folder or zip that the hospital gave you.
review-people = These scans are of { $people } people
review-people-check = Please check them all. Are these your scans, or may you share them? If not, untick that person.
review-people-apart = They are kept apart: each person gets a made-up number of their own.
review-people-same = Some of them may be one person: a name is here twice, or is missing. We cannot tell.
review-people-nameless = No name
review-study-of = Person { $person }: { $kind }
review-name = Name
review-birth = Birth date
review-id = Patient number
review-date = Scan date
review-hospital = Hospital
review-description = Description
review-hidden = hidden
review-absent = not given
review-show = Show
review-hide = Hide
review-show-label = Show the details of this scan
review-hide-label = Hide the details of this scan
review-study = Scan
review-series = Series in this scan
review-series-help = Untick a series to leave it out.
review-column-include = Include
review-column-picture = Picture
review-column-series = Series
review-column-images = Images
review-include = Include { $series }, { $images ->
    [one] 1 image
   *[other] { $images } images
  }
review-images = { $images ->
    [one] 1 image
   *[other] { $images } images
  }
review-pictures = Picture files
review-pictures-hint = Photos or screenshots, kept as pictures and not as scans. They carry no name of their own, so please check that each is yours. Hidden notes in them, such as where a photo was taken, are left out.
review-left-series = Left out
review-refused = { $count ->
    [one] 1 of its files will be left out
   *[other] { $count } of its files will be left out
  }
review-picture = A picture from { $series }
review-no-picture = No preview
review-removes = These details will be removed
review-removes-hint = Each is deleted, cleaned, or replaced with a made-up one, in every file.
review-counts = How many of each
review-counts-line = { $kind }: { $count } times
review-stays = These stay
review-look = Please look
review-left = { $count ->
    [one] 1 other thing will be left out
   *[other] { $count } other things will be left out
  }
review-left-hint = They are not part of the scan, and they often hold names.
review-withheld = { $count ->
    [one] 1 file cannot be included
   *[other] { $count } files cannot be included
  }
review-withheld-hint = We only let a file out when we can check it. These we cannot:
review-start = { $images ->
    [one] Clean 1 image
   *[other] Clean { $images } images
  }
review-start-none = Tick at least one series to go on.
review-start-name = Change the name for the scans to go on.
review-disc = Also make it a disc
review-disc-hint = The files get the names that discs use, and a list that disc viewers read. It says no more than the files do.
review-back = Choose something else
review-files = Show the files
review-more = and { $count } more

## What goes and what stays

removes-names = Your name
removes-ids = Numbers that point to you
removes-birth = Your birth date
removes-dates = True dates
removes-places = Hospital and department
removes-staff = Doctors and staff
removes-contact = Address and phone
removes-device = Scanner’s serial number and name
removes-notes = Notes and comments
removes-uids = Technical numbers that point to the hospital
removes-private = Makers’ hidden fields
removes-graphics = Drawings and text laid over the picture
removes-beside = Hidden notes in picture files
removes-other = Other details

## Every field of a file

fields-open = Details: every field, before and after
fields-title = Fields of one image
fields-hint = For those who know DICOM. This is what will be done to one image in the middle of a series. The values never leave this screen.
fields-series = Series
fields-series-find = Find a series
fields-series-none = No series fits
fields-which = Show
fields-all = All fields
fields-goes = What goes
fields-changes = What is changed
fields-stays = What stays
fields-find = Find
fields-show = Show values
fields-count = { $count } of { $of } fields
fields-none = This image could not be looked into.
fields-column-path = Field
fields-column-action = What is done
fields-column-rule = Why
fields-column-before = Before
fields-column-after = After
fields-items = { $count ->
    [one] 1 entry
   *[other] { $count } entries
  }
fields-bytes = { $size } of data
fields-empty = empty
fields-private = { $count ->
    [one] 1 hidden field of the maker goes, too.
   *[other] { $count } hidden fields of the maker go, too.
  }
fields-graphics = { $count ->
    [one] 1 drawing over the picture goes, too.
   *[other] { $count } drawings over the picture go, too.
  }
fields-unknown = { $count ->
    [one] 1 field that no one knows goes, too.
   *[other] { $count } fields that no one knows go, too.
  }
fields-more = { $count ->
    [one] 1 more field is not listed here. The same rules count for it.
   *[other] { $count } more fields are not listed here. The same rules count for them.
  }

action-keep = Stays
action-remove = Removed
action-replace = Replaced
action-empty = Emptied
action-clean = Cleaned inside
action-dummy = Filled with words that say nothing
action-add = Added

rule-basic = Basic rules
rule-bytes = Data that no one can look into
rule-code = Code
rule-date = Date or time
rule-device-text = The scanner’s own text
rule-foreign = Does not belong in this kind of file
rule-grammar = Not in the right form
rule-identifier = Holds one of your details
rule-required = Must be there, so it is filled
rule-statement = Says what was done
rule-term = Word of the standard
rule-text = Free text
rule-uid = Technical number
rule-value = Numbers only

## Parts of the body: "MRI scan of the knee"

part-body = the whole body
part-spine = the spine
part-teeth = the teeth or the jaw
part-eyes = the eyes
part-face = the face
part-head = the head
part-neck = the neck
part-breast = the breast
part-heart = the heart
part-chest = the chest
part-hip = the hip
part-pelvis = the pelvis
part-belly = the belly
part-knee = the knee
part-foot = the foot or the ankle
part-leg = the leg
part-shoulder = the shoulder
part-hand = the hand or the wrist
part-arm = the arm

## What cannot be taken out of a scan

remains-title = What cannot be taken out of this scan
remains-sources = How do we know?
remains-photo = A photo shows skin, scars, tattoos and rings as they are.
remains-teeth = Teeth and fillings differ from person to person. Who has another dental X-ray of you can tell that both are of you.
    .source = Teeth: a study of the dental X-rays of 746 people, 2022.
remains-eyes = The vessels in an eye differ from person to person. A computer can tell that two pictures are of the same eye. It can also guess age and sex.
remains-face = The bones of the face and the hollow spaces in the forehead stay. They differ from person to person.
    .source = Face: work for courts that compared the hollow spaces in the forehead.
remains-head = The brain and the skull stay. Who has another scan of your head can tell that both are of you.
    .source = Head: Schwarz and others, 2019 (faces from MRI scans, matched to photos). Sharma and others, 2026, arXiv 2602.10043 (brains without a face).
remains-chest = It does not show your face. But a computer can tell that two chest X-rays are of the same person, even years apart. It can guess age and sex, and how much fat and muscle there is.
    .source = Chest X-ray: Packhäuser and others, 2022 (two X-rays of one person). Alipour and others, Radiology Advances (RSNA), 2025 (fat).
remains-bones = Bones differ from person to person. A computer can tell that two X-rays are of the same person.
    .source = Bones: the “Radiobiometrics” study of chest, knee, pelvis and hand X-rays, 2025.
remains-surface = The outline of the body stays, with scars and with implants under the skin.
    .source = Body: Selfridge and others, 2023 (scans of the whole body).
remains-vessels = The vessels stay as they are. Their course differs from person to person.
remains-report = Do not paste a report into a chat with an AI as it is. What is typed there can be kept, and come up again.
remains-guess = From almost any scan, a computer can guess age, sex and build.
    .source = Build: RSNA, May 2026 (fat and muscle in the MRI scans of 66,608 people).
remains-rare = Implants, old breaks and rare findings can point to you, if someone knows of them.

stays-pictures = The pictures
    .why = What they show is not changed. Only writing in them may be blacked out.
    .why-faces = What they show is not changed, but for two things: writing in them may be blacked out, and a face may be taken out.
stays-dates-moved = Dates, but moved
    .why = All are shifted by the same secret number of days. The time between two scans stays right.
stays-dates-true = True dates
    .why = When things were done, but not when you were born.
stays-body = Sex, age and body measures
    .why = Such as height and weight. Doctors and researchers need them. An age over 89 becomes 90.
stays-settings = Scanner settings
    .why = How the picture was taken, with the scanner’s make and model.
stays-words = Medical words
    .why = In notes and descriptions, words from a list of medical words stay. All other words go.
stays-reports = Reports, cleaned
    .why = Findings and measurements stay. Names, and words that are not on the list, go.
stays-graphics = Marks on the picture
    .why = Lines and arrows stay. Their words are cleaned.
stays-hospital = Hospital and department
    .why = Their names and addresses stay as they are.
stays-device = Which scanner it was
    .why = Its serial number and name stay, so that scans can be compared.
stays-private = Makers’ hidden fields that are known to be safe
    .why = Numbers that the pictures are worked out with. All others go.
stays-uids = Technical numbers
    .why = They can lead back to the hospital’s own files, and so to you.

## The rules one by one

rules-title = The rules
rules-share = Made for sharing with people you do not know, such as researchers.
rules-strict = As little as possible stays.
rules-clinical = Made for a doctor of your choice: more stays.
rules-own = The site you are on has chosen these rules.
rules-all = All rules one by one: { $on } of { $all } options are on
rules-on = On
rules-off = Off

option-basic = Basic rules
    .what = Names, numbers, places, dates and notes go, unless a rule below lets them stay.
option-clean-pixel-data = Clear writing from the pictures
    .what = Blacks out letters in the picture that could tell who you are.
option-clean-recognizable-visual-features = Take out faces
    .what = Takes the face out of head scans that are made of many layers (CT, MRI, PET). A scan that may show a face we cannot take out does not get through. When off, faces stay.
option-clean-graphics = Clean the marks on the picture
    .what = Keeps lines and arrows that were drawn over the picture, and cleans their words. When off, they go.
option-clean-structured-content = Clean reports
    .what = Keeps the findings and measurements of a report, and takes names out of it. When off, reports do not get through.
option-clean-descriptors = Clean notes and descriptions
    .what = Keeps only words that are on a list of medical words. When off, all notes go.
option-retain-longitudinal-full-dates = Keep true dates
    .what = Keeps all dates and times as they are, but not the birth date.
option-retain-longitudinal-modified-dates = Move dates
    .what = Moves all dates by one secret number of days, so that the time between two scans stays right.
option-retain-patient-characteristics = Keep body facts
    .what = Keeps sex, age, height, weight and the like. An age over 89 becomes 90.
option-retain-device-identity = Keep which scanner it was
    .what = Keeps the scanner’s serial number and name, so that scans can be compared.
option-retain-uids = Keep technical numbers
    .what = Keeps the numbers that link files. They can lead back to the hospital’s own files.
option-retain-safe-private = Keep safe makers’ fields
    .what = Keeps hidden fields that are known to hold only numbers for the pictures. When off, all hidden fields go.
option-retain-institution-identity = Keep the hospital
    .what = Keeps the name and address of the hospital and the department.

## The name on the scans

name-title = Name to put on the scans
name-hint = You can leave this empty. Then we make up a name, such as OTTER AMBER.
name-several = A few letters and digits are added to it, so that the people here can be told apart.
name-signs = A name cannot have \ ^ = or hidden signs in it. Please type it without them.
name-long = That name is too long. Please use at most 64 letters.
name-real = This is the real name, or a part of it. If you go on, it will be on the scans for all to see.
name-given = The site you are on puts this name on the scans.

## Warnings

warn-head = A head scan can still show a face
    .body = From a scan of the head a computer can draw the face. The rules in use do not take faces out. Only share it with people you trust with a photo of you.
    .which = In this set: { $series }.
warn-head-face = A head scan can show a face
    .body = From a scan of the head a computer can draw the face. We look for faces and take them out. Before anything is cleaned, we show you the head before and after. A scan is left out where that does not work.
    .which = In this set: { $series }.
warn-head-alone = A head scan can show a face
    .body = From a scan of the head a computer can draw the face. We look for faces and take them out. These rules do not stop to show you before and after. A scan is left out where that does not work.
    .which = In this set: { $series }.
warn-head-unknown = If the head was scanned, it can still show a face
    .body = We cannot tell which part of the body some series show. A face can be drawn from a head scan, and the rules in use do not take faces out. Please look at the pictures.
    .which = In this set: { $series }.
warn-writing = Names can be written in the pictures
    .body = We look for writing in the pictures and show you what we find before anything is cleaned. We can miss some. So look through the pictures before you share them.
warn-writing-always = Names can be written in the pictures
    .body = We look for writing in the pictures. Then we show you each series, before anything is cleaned. We can miss some. So look with care.
warn-writing-alone = Names can be written in the pictures
    .body = We look for writing in the pictures and black it out. These rules do not stop to show you what was found. We can miss some. So look through the pictures before you share them.
warn-writing-off = Look for writing in the pictures
    .body = The rules in use do not search the pictures for letters. Please look through all of them before you share them.

warn-pictures = A photo can show who you are
    .body = We look for writing in picture files. We cannot take a face out of a photo or out of a drawing of a head. We cannot take out a tattoo or a ring either. Please look at each picture, and leave them out if they show you.

## The pictures: what was found, what will be black

looking-title = Looking for writing in the pictures
looking-hint = Nothing is changed yet, and nothing is sent.
look-title = Please look at the pictures
look-lead = There is writing in some pictures, or there could be. See what will be blacked out, and put it right where we are wrong. Nothing is changed yet.
look-lead-always = The rules in use ask you to look at the pictures first. See what will be blacked out, and put it right where we are wrong. Nothing is changed yet.
look-miss = We can miss writing. Look at the edges and corners of the pictures too. If you see a name, a number or a date outside the black boxes, draw a box over it.
look-state-open = Please look
look-state-right = Looks right
look-state-out = Left out
look-found = { $count ->
    [0] We found no writing that could tell who you are
    [one] We found writing in 1
   *[other] We found writing in { $count }
  } { $count ->
    [0] { $of ->
        [one] in this picture.
       *[other] in these { $of } pictures.
      }
   *[other] of { $of ->
        [one] 1 picture.
       *[other] { $of } pictures.
      }
  }
look-unsearched = { $count ->
    [one] 1 picture could not be fully searched. Look at it with care.
   *[other] { $count } pictures could not be fully searched. Look at them with care.
  }
look-lost = { $count ->
    [one] 1 more file cannot be included: it is all writing, or we cannot open its picture.
   *[other] { $count } more files cannot be included: they are all writing, or we cannot open their pictures.
  }
look-key-gone = Will be black. No one can read it any more.
look-key-kept = Stays. We think it is harmless, such as “L” for left.
look-key-bare = Stays readable, but could tell who you are.
look-boxes = Boxes on the picture
look-box-gone = { $what }: will be black
look-box-kept = { $what }: stays
look-where = Picture { $at } of { $of }
look-where-frames = Picture { $at } of { $of }, frame { $frame } of { $frames }
look-frame = Frame
look-frame-of = Frame { $frame } of { $frames }
look-previous = Previous
look-next = Next
look-next-found = Next with writing
look-no-picture = This picture cannot be shown here. If you are not sure about it, leave the series out.
look-add = Add a box
look-added = A black box was added.
look-erase = Take box away
look-erased = The box was taken away.
look-leaves = Show it as it will leave
look-help = Press a box to switch between black and kept. Drag on the picture to draw a new one. Drag a box to move it, or its corner to resize it. By keyboard: Tab goes to a box, Enter switches it, the arrow keys move it, Shift and an arrow key resize it, Delete takes away one that you drew.
look-reach = What you change counts for
look-reach-series = All { $pictures } pictures of this series that have the same size
look-reach-file = This picture only
look-reach-frames = This picture, all its frames
look-reach-frame = This frame only
look-stays = This will stay readable.
look-stays-in = { $count ->
    [one] In 1 picture you let writing stay that could tell who you are.
   *[other] In { $count } pictures writing stays that could tell who you are.
  }
look-right = Looks right
look-out = Leave this series out
look-in = Take this series back in
look-undo = Undo my changes
look-go = Remove my details
look-go-hint = First say of each series that it looks right, or leave it out.
look-go-none = All series are left out, so there is nothing to clean.
look-back = Back

why-region = A place where this kind of scanner writes
why-outside = Outside the part that shows the scan
why-unread = Writing that could not be read
why-unknown = Writing that may tell who you are
why-identifies = Writing that tells who you are
why-harmless = Harmless writing
why-drawn = A box you drew

## Faces: the head before and after

searching-title = Looking for faces
searching-hint = We look at the shape of what was scanned. Nothing is changed yet, and nothing is sent.
face-title = Your face
face-lead = From a head scan, a computer can draw the head. This is how it looks now, and how it will look with the face taken out. Nothing is changed yet.
face-lead-lost = From a head scan, a computer can draw the face. Here we could not take it out. Nothing is changed yet.
face-sure-cut = We found the face. It will be taken out.
face-sure-layer = We found the face. Its skin will be changed.
face-unsure-cut = We found the face and will take it out. But we are not sure that all of it goes.
face-unsure-layer = We found the face and will change its skin. But we are not sure that we change all of it.
face-compare = Please compare the pictures.
face-layer = This hides less than usual.
face-layer-why = Only the skin of the face changes. The bones under it stay. From bones, an expert can work out how a face may have looked.
face-lost = A face may be in here, and we could not take it out. So it is left out.
face-lost-code = A face may be in here. So it is left out.
face-no-picture = The head cannot be drawn here.
face-before = Before
face-after = After
face-front = From the front
face-half-left = Half from the left
face-half-right = Half from the right
face-left = From the left
face-right = From the right
face-alt-before = { $from }, before: the head as it is now
face-alt-after = { $from }, after: the head as it will leave
face-alt-written = { $from }: the head as it leaves
face-question-cut = Is any part of the face still visible?
face-question-layer = Can you still see what the face looks like?
face-help = Look at the pictures after. If you cannot see them well, choose “not sure”.
face-help-free = You can leave this open.
face-gone-cut = No, it is gone
face-gone-layer = No
face-visible = Yes, or I am not sure
face-out = This scan will be left out.
face-go-hint = First answer the question about each head.
face-stays = What stays
face-stays-bones = The shape of the skull. Teeth and ears can stay, too.
face-stays-ears = The ears. The rules in use keep them.
face-stays-eyes = The eyes, but not their lids. The rules in use keep them.
face-stays-brain = The brain. If someone has another scan of you, a computer can tell that both are of the same person.
face-stays-else = Single pictures and 3D views from the same visit can show the face in another way. We leave those out.

## Cleaning

cleaning-title = Cleaning
cleaning-hint = Each file is cleaned, then read again to check it. Keep this page open.
cleaning-left-seconds = { $seconds ->
    [one] 1 second left
   *[other] { $seconds } seconds left
  }
cleaning-left-minutes = About { $minutes ->
    [one] 1 minute left
   *[other] { $minutes } minutes left
  }
cleaning-stopped = Stopped. Your files are still here.

## Done

done-title = Done and checked
done-title-none = Nothing could be cleaned
done-summary = { $images ->
    [one] 1 image read back; none of your details found in it.
   *[other] { $images } images read back; none of your details found in them.
  }
done-summary-left = { $images ->
    [one] 1 image read back; none of your details found outside its picture.
   *[other] { $images } images read back; none of your details found outside their pictures.
  }
done-summary-none = No file passed the check, so there is nothing to save. Nothing has left this device.
done-zip = Save as zip
done-folder = Save to a folder
done-form = Ready to send. Go on with the form below.
done-saving = Saving…
done-saved = Saved. Your own files have not been changed.
done-saving-percent = Saving: { $percent } %
done-stop = Stop
done-stopped = Stopped. Nothing was kept of it.
done-partly = { $saved } of { $files } files are in the folder “{ $folder }”. The others could not be saved. If the scan is on a disc or a stick, put it back. Then go on.
done-go-on = Go on saving
done-share = Send to another app
done-shared = Handed to the other app.
done-parts = Save as several smaller files
done-parts-hint = For mail, phones and portals that take no large file. All parts together are your scans: save every one.
done-parts-size = Each at most
done-part = Save part { $part } of { $parts } ({ $size })
done-part-saved = ✓ saved
done-part-kept = Part { $part } of { $parts } is saved.
done-part-large = One image alone is larger.
done-save-failed = Saving did not work. If the scan is on a disc or a stick, put it back and try again.
done-report = See report
done-report-hide = Hide report
done-report-save = Save report
done-size = { $size } in all
done-withheld = { $count ->
    [one] 1 file could not be checked, so it is not included
   *[other] { $count } files could not be checked, so they are not included
  }
done-disc-none = The list for disc viewers did not pass our check, so it is not there. The clean files are.
done-not-chosen = { $count ->
    [one] 1 file was left out, as you chose.
   *[other] { $count } files were left out, as you chose.
  }
done-not-read = { $count ->
    [one] 1 file was not read, since you stopped, so it was left out.
   *[other] { $count } files were not read, since you stopped, so they were left out.
  }
done-cannot = What this cannot remove
done-again = Start again
done-back = Back to what was found

done-blackened = { $images ->
    [one] In 1 image, writing was blacked out.
   *[other] In { $images } images, writing was blacked out.
  }
done-pictures = { $images ->
    [one] 1 is a picture file. Nothing but the picture itself is left in it.
   *[other] { $images } are picture files. Nothing but the pictures themselves is left in them.
  }
done-recompressed = { $images ->
    [one] 1 photo was stored turned. To turn it back it had to be packed again, so it is a little less sharp.
   *[other] { $images } photos were stored turned. To turn them back they had to be packed again, so they are a little less sharp.
  }
done-staying = { $images ->
    [one] In 1 image, writing stays readable that could tell who you are.
   *[other] In { $images } images, writing stays readable that could tell who you are.
  }
done-unseen = { $images ->
    [one] 1 image was not fully searched for writing. Look at it before you share it.
   *[other] { $images } images were not fully searched for writing. Look at them before you share them.
  }

done-face-removed = { $images ->
    [one] 1 image is of a head. The face was taken out.
   *[other] { $images } images are of a head. The face was taken out.
  }
done-face-layer = { $images ->
    [one] 1 image is of a head. Only the skin of the face was changed, so it hides less.
   *[other] { $images } images are of a head. Only the skin of the face was changed, so it hides less.
  }
done-face-open = { $images ->
    [one] In 1 image, a part of the face may still show. We are not sure, and no one has said that it is gone.
   *[other] In { $images } images, a part of the face may still show. We are not sure, and no one has said that it is gone.
  }
done-face-kept = { $images ->
    [one] 1 image was not searched for a face: the rules in use let faces stay.
   *[other] { $images } images were not searched for a face: the rules in use let faces stay.
  }
done-heads = Your head, as it leaves
done-heads-hint = This is what a computer can draw from the clean files.

cannot-writing = Writing in the pictures that was missed. Look through the pictures before you share them.
cannot-faces = A face in pictures that we do not search for one, such as photos, drawings or single pictures of a head.
cannot-heads = The shape of the skull, and sometimes teeth and ears. And the brain: if someone has another scan of you, a computer can tell that both are of the same person.
cannot-anatomy = Your body itself: bones, teeth, implants or a rare finding can still point to you.

## Report

report-title = Report
report-hint = It holds no name, no number and no date of yours.
report-policy = Rules used
report-found = Found
report-verified = Cleaned and checked
report-withheld = Not included
report-left = Left out (not scans)
report-attributes = Field by field: what was done
report-column-path = Field
report-column-action = What was done
report-column-rule = Why
report-column-count = Times
report-writing = The pictures
report-faces = Faces in head scans
report-unchecked = Not checked by anyone
unchecked-writing-in-pixels = Writing in some of the pictures
unchecked-faces = Faces in some of the pictures
unchecked-anatomy = What the body itself tells
report-tool = Made by { $name } { $version }

## Failed

failed-title = That did not work
failed-nothing = Nothing has left this device, and your files have not been changed.
failed-retry = Try again

## Form

form-missing = Add a scan first.
form-working = Wait until your scan is cleaned and checked.
form-unfinished = Finish cleaning your scan first.
form-none = None of the files could be cleaned. Choose others.

## Why a file is not included: what happened, and what to do

code-archive-encrypted = The zip is locked with a password.
    .do = Unpack it with the password first, then add the folder.
code-archive-method = It is packed in a way we cannot read.
    .do = Unpack it on your computer, then add the folder.
code-archive-structure = The zip, the disc image or what else it is packed in is damaged.
    .do = Download it again, or ask for a new copy.
code-archive-mismatch = A packed file is damaged.
    .do = Download it again, or ask for a new copy.
code-archive-depth = This is packed three times over.
    .do = Unpack it on your computer, then add the folder.
code-cut-off = The file ends too early. It was not copied in full.
    .do = Copy it again from the disc or the portal.
code-structure = The file contradicts itself, so we cannot be sure what is in it.
    .do = Ask the hospital for a new copy.
code-depth = The file is built in too many layers to check.
    .do = Leave it out, or ask the hospital for a plain copy.
code-too-many = The file holds more fields than we can check.
    .do = Leave it out, or ask the hospital for a plain copy.
code-too-long = A part of the file is longer than we can check.
    .do = Leave it out, or ask the hospital for a plain copy.
code-transfer-syntax = The file is stored in a form we cannot read.
    .do = Ask the hospital for an uncompressed copy.
code-no-identity = The file does not say what it is.
    .do = Ask the hospital for a new copy.
code-deflate = The packed part of the file is damaged.
    .do = Ask the hospital for a new copy.
code-pages = It has several pages, and we can only check one picture in a file.
    .do = Save each page as a picture of its own, then add those.
code-pixel-layout = The picture’s size and its data do not fit together.
    .do = Ask the hospital for a new copy.
code-pixel-short = A part of the picture is missing.
    .do = Copy it again from the disc or the portal.
code-pixel-stream = The packed picture could not be looked into, so it could hide something.
    .do = Ask the hospital for an uncompressed copy.
code-pixel-elsewhere = The picture is not in this file. The file only says where it is.
    .do = Leave it out. It is of no use by itself.
code-document = It is a document, such as a PDF. Its pages are full of names.
    .do = Leave it out. If you need it, black out the names by hand.
code-report = It is a written report. Names can stand anywhere in it, and the rules in use do not clean reports.
    .do = Leave it out. If you need it, copy the medical part by hand.
code-free-text = It is a report of words alone. Without its words, nothing would be left.
    .do = Leave it out. If you need it, copy the medical part by hand.
code-video = It is a video. Names are often written in it.
    .do = Leave it out.
code-waveform = It is a recording of sound. A voice tells who speaks.
    .do = Leave it out.
code-raw-data = It is the scanner’s raw data. Only its maker can read it.
    .do = Leave it out. The pictures made from it are enough.
code-object-kind = It is a kind of file that we do not know.
    .do = Leave it out.
code-writing = The picture is all writing, or we could not look for writing in it.
    .do = Leave it out. If you need it, black out the names by hand.
code-codec = We could not open the picture in this file, so we could not look for writing in it.
    .do = Ask the hospital for an uncompressed copy.
code-face = It may show a face that we could not take out, or show it in another way. So we held it back.
    .do = Leave it out.
code-mask = Writing was blacked out, but the new picture did not pass our check, so we held it back.
    .do = Ask the hospital for an uncompressed copy, or leave it out.
code-residue = After cleaning we still found one of your details in it, so we held it back.
    .do = Leave it out.
code-conformance = The cleaned file did not pass our own check, so we held it back.
    .do = Leave it out.
code-policy = The rules for cleaning are not valid.
    .do = Tell the people who run this site.
    .do = Tell the people who run this site.
code-policy-conflict = The rules contradict each other.
    .do = Tell the people who run this site.
code-key = This browser gave no safe random number, so we did not start.
    .do = Try again in another browser.
code-unreadable = The file could not be read. It may have been moved, or the disc taken out.
    .do = Put the disc or stick back and try again.
code-worker-start = The part that does the cleaning could not start in this browser.
    .do = Update the browser or try another one. If you are on a hospital’s site, tell the people who run it.
code-worker-died = The check stopped on this file, so we held it back.
    .do = Leave it out, or try again with fewer files.
code-worker-timeout = The check took too long on this file, so we held it back.
    .do = Leave it out, or try again with fewer programs open.
code-memory = This device ran out of memory for this file.
    .do = Close other programs, or try on a bigger computer.
code-cancelled = You stopped before this file was done.
    .do = Start again to include it.
code-other = This file could not be checked ({ $code }).
    .do = Leave it out.

## What else is on a disc

what-dicomdir = List of contents (it holds your name)
what-empty = Empty file
what-pdf = PDF document
what-gif = Picture (GIF)
what-picture = Picture (HEIC, AVIF, WebP, JPEG 2000)
what-program = Program
what-text = Text file
what-html = Web page
what-xml = Data file (XML)
what-nifti = Research scan file (NIfTI)
what-iso = Disc image with no files in it
what-gzip = Packed file (gzip) with nothing in it
what-rar = Packed file (RAR). Unpack it first, then add the folder.
what-7z = Packed file (7z). Unpack it first, then add the folder.
what-packed = Packed file. Unpack it first, then add the folder.
what-tar = Packed file (tar) with no files in it
what-zip = Packed file (zip) with no files in it
what-video = Video
what-office = Office document
what-not-read = Not read, since you stopped
what-unknown = Other file

## Kinds of scan

modality-CT = CT scan
modality-MR = MRI scan
modality-CR = X-ray
modality-DX = X-ray
modality-RF = X-ray series
modality-XA = X-ray of vessels
modality-MG = Mammogram
modality-US = Ultrasound
modality-IVUS = Ultrasound
modality-PT = PET scan
modality-NM = Nuclear medicine scan
modality-OT = Other picture
modality-SC = Screenshot
modality-PX = Dental X-ray
modality-IO = Dental X-ray
modality-OPT = Eye scan
modality-OP = Eye photo
modality-ES = Camera picture
modality-XC = Photo
modality-SM = Microscope picture
modality-ECG = Heart trace
modality-SR = Report
modality-DOC = Document
modality-PR = Display settings
modality-KO = List of key images
modality-SEG = Marked regions
modality-RTSTRUCT = Radiation plan
modality-RTPLAN = Radiation plan
modality-RTDOSE = Radiation dose
modality-PICTURES = Picture file
modality-other = Scan ({ $modality })

## Sizes

size-kilobytes = { $n } kB
size-megabytes = { $n } MB
size-gigabytes = { $n } GB

## The report on one page

report-save-page = Save report to read or print
report-core = Hash of the cleaning part (SHA-256):
report-done = What was done
report-why-not = Why files are not included

## The page around it

page-skip = Go to the tool
page-language = Language
page-title = Take your name off your scans
page-lead = Your MRI, CT or X-ray, ready to share, without the details that name you.
    .stays = It stays on this device.
    .offline = It works with your internet turned off, too.
page-how = How it works
page-choose = Choose
    .what = Add the folder, the disc or the zip you were given. We read it here, in this browser.
page-check = Check
    .what = See who and what is named in it. Nothing is changed before you say so.
page-save = Save
    .what = Each file is cleaned, then read again to check it. Only files that pass are saved. Your own files stay as they are.
page-limits = What no tool can remove
page-body = Your body is in the picture.
    .what = A chest X-ray shows about how old you are, your sex and how you are built. That cannot be taken out.
page-head = A head has its own shape.
    .what = We take the face out of head scans. But the skull and the brain stay, and a computer can match them with another scan of you.
page-rare = Some things are rare.
    .what = Teeth, implants, an old break or a rare illness can point to one person.
page-writing = Writing in the picture.
    .what = We look for it, show you what we found and black it out. We can miss some. Please look through the pictures.
page-so = So: take your name off, and still choose with care whom you give your scan to.
page-promise = No account, no cookies, no counting of visitors. The rules of this page forbid it to send anything, and your browser enforces them.
page-advice = This tool gives no medical or legal advice. It follows the DICOM standard for taking personal details out of scans (PS3.15, Annex E). It comes as it is, without any promise that nobody could ever tell whose scan it is.
page-few = This small copy does not speak every language: { $languages }.

## The badge that says what is known of the network

badge-online = Online. Your files are not sent.
badge-ready = Ready: you can turn off your internet now.
badge-offline = Offline, and still working
badge-offline-apart = Offline. Some parts of this page have not come yet.
badge-get = Get ready to go offline
badge-getting = Getting the last parts…
badge-failed = The last parts did not come.

## Keeping the page for use without a network

keep-title = Keep this tool
keep-what = Then it opens on this device without the internet. Only the tool is kept, about { $size }. Your files are not.
keep-do = Keep it
keep-doing = Keeping it…
keep-done = It is kept. You can open it without the internet.
keep-failed = That did not work. Nothing was kept.
keep-forget = Do not keep it any more
keep-gone = It is not kept any more.

## What else a person can do

else-title = What else can I do?
else-lead = Questions to ask and letters to copy, about your scans, AI and your rights.
else-open = Show the steps and letters
else-failed = These pages could not be loaded. Go online, open the page again and press the button once more.
else-english = This copy has these pages in English only.
