export const backupsMessages = {
  "backups.open": "Backups",
  "backups.ofDamaged": "Go back to a backup…",
  "backups.openOf": "Backups of {name}",
  "backups.title": "Backups of {name}",
  "backups.lead":
    "Tacit copies your work by itself: soon after opening, every half hour with changes, and at closing. Every copy is checked; old ones make room.",
  "backups.leadClosed": "Copies that Tacit made of this project. The newest good one comes first.",
  "backups.makeNow": "Back up now",
  "backups.making": "Backing up…",
  "backups.makingShare": "Backing up… {percent} %",
  "backups.made": "Backed up: {examples, plural, one {# example} other {# examples}}.",
  "backups.none.title": "No backup yet",
  "backups.none.text":
    "The first one is made a few moments after a project with examples was opened.",
  "backups.none.closed":
    "Tacit has made no copy of this project on this computer. If you work with it on another one, look there.",
  "backups.list": "Backups, newest first",
  "backups.column.when": "When",
  "backups.column.holds": "Holds",
  "backups.column.size": "Size",
  "backups.holds":
    "{examples, plural, one {# example} other {# examples}}, {answered, plural, one {# answered} other {# answered}}",
  "backups.holdsUnknown": "not counted",
  "backups.where": "Kept on this computer, apart from the project: {folder}",
  "backups.total": "{count, plural, one {# backup} other {# backups}}, {size}",
  "backups.reason.opening": "After opening",
  "backups.reason.work": "While working",
  "backups.reason.closing": "At closing",
  "backups.reason.manual": "Made by you",
  "backups.reason.beforeMigration": "Before an update of the file",
  "backups.reason.beforeRestore": "Before another was restored",
  "backups.state.damaged": "Damaged",
  "backups.state.damaged.hint":
    "Its bytes are not those that were written. Tacit does not use it; choose the next one.",
  "backups.state.asFound": "As it was found",
  "backups.state.asFound.hint":
    "The project was damaged when it was kept here. It cannot be opened, but nothing of it was thrown away.",
  "backups.state.erased": "Deleted",
  "backups.state.erased.hint":
    "Examples were deleted for good, and they could not be taken out of this backup; so it was deleted.",
  "backups.state.tooNew": "Needs a newer Tacit",
  "backups.purged":
    "{count, plural, one {# example} other {# examples}} deleted for good here, too",
  "backups.otherFile": "Made of {folder}/{file}",
  "backups.restore": "Restore…",
  "backups.restoreNamed": "Restore the backup of {when}",
  "backups.openCopy": "Open a copy",
  "backups.openCopyNamed": "Open a copy of the backup of {when}",
  "backups.openCopyHint":
    "Opens it as a project of its own beside this one; this project is not changed",
  "backups.confirm.title": "Go back to {when}?",
  "backups.confirm.what":
    "“{name}” will be as it was then: {examples, plural, one {# example} other {# examples}}, {answered, plural, one {# answered} other {# answered}}.",
  "backups.confirm.whatUncounted": "“{name}” will be as it was then.",
  "backups.confirm.safe":
    "The present state is kept as a backup first, so that you can come back to it.",
  "backups.confirm.otherFile":
    "This backup was made of another file, {file}. Be sure that it is the same project.",
  "backups.confirm.do": "Restore",
  "backups.confirm.doing": "Restoring…",
  "backups.restored": "Back to {when}.",
  "backups.restoredKept": "What was there before is kept in the list of backups.",
  "backups.damaged.title": "This backup is damaged",
  "backups.damaged.text":
    "Its bytes are not those that were written, perhaps because of a failing disk. Nothing was changed. It is marked and will not be used.",
  "backups.damaged.next": "The next one, of {when}, looks good.",
  "backups.damaged.none": "There is no older one that looks good.",
  "backups.damaged.useNext": "Take the one of {when}",

  "backups.status.never": "No backup yet",
  "backups.status.last": "Backed up {when}",
  "backups.status.failed": "Not backed up",
  "backups.failed.title": "The latest backup could not be made",
  "backups.failed.diskFull":
    "There is too little room on the disk that holds your backups. Your work itself is saved as always.",
  "backups.failed.other":
    "Your work itself is saved as always; only the copy is missing. Tacit tries again by itself.",
  "backups.failed.retry": "Try again",

  "backups.place.title.synced": "This project lies in a folder that {service} keeps in step",
  "backups.place.title.network": "This project lies on another computer ({protocol})",
  "backups.place.text.synced":
    "While you work, {service} can swap the file under Tacit’s hands or make two versions of it. Answers have been lost that way in other programs.",
  "backups.place.text.network":
    "When the connection breaks or somebody else opens the file, answers can be lost or the file can be damaged.",
  "backups.place.move": "Move to a safe place on this computer",
  "backups.place.moving": "Moving…",
  "backups.place.accept": "Leave it here",
  "backups.place.leaveCopy": "Leave a copy in the old folder",
  "backups.place.moved": "The project now lies in {folder}.",
  "backups.service.dropbox": "Dropbox",
  "backups.service.oneDrive": "OneDrive",
  "backups.service.iCloud": "iCloud",
  "backups.service.googleDrive": "Google Drive",
  "backups.service.nextcloud": "Nextcloud",
  "backups.service.ownCloud": "ownCloud",
  "backups.service.syncthing": "Syncthing",
  "backups.service.resilio": "Resilio Sync",
  "backups.service.box": "Box",
  "backups.service.mega": "MEGA",
  "backups.service.pCloud": "pCloud",
  "backups.service.protonDrive": "Proton Drive",
  "backups.service.otherCloud": "a cloud service",
  "backups.conflict.title":
    "{count, plural, one {A second version of this project lies} other {# more versions of this project lie}} beside it",
  "backups.conflict.text":
    "A sync program seems to have made {files}, because {file} was changed in two places. Tacit leaves it as it is. Open it to see whether it holds answers that this one does not.",
  "backups.setAside.title": "A leftover of another time was put aside",
  "backups.setAside.text":
    "Beside the project lay changes that do not belong to this version of it. They are kept as {files}; nothing was mixed in.",
  "backups.logMissing.title": "The latest changes may be missing",
  "backups.logMissing.text":
    "This file was copied while it was open somewhere else. If answers are missing, close it there and copy it again.",

  "backups.cli.backup": "make a checked backup of a project, or list those there are",
  "backups.cli.restore": "put a backup in the place of a project; what was there is kept",
  "backups.cli.option.list": "list the backups instead of making one",
  "backups.cli.option.backup": "the backup’s number (default: the newest good one)",
  "backups.cli.made":
    "Backup {number} of {file}: {examples, plural, one {# example} other {# examples}}, {answered, number} answered, opened and counted",
  "backups.cli.none": "There is no backup of {file} on this computer.",
  "backups.cli.restored": "{file} is as it was in backup {number}, of {when}.",
  "backups.cli.kept": "What was there before is kept as backup {number}.",
  "backups.cli.badNumber": "the number of a backup, as “tacit backup --list” shows it",
  "cli.failure.noBackup":
    "There is no good backup of {file} to restore. Nothing was changed. “tacit backup {file} --list” shows what there is.",
  "backups.cli.skipped": "Backup {number} is damaged; it was passed over.",
} as const satisfies Record<string, string>;
