export const rescueMessages = {
  "rescue.fileName": "{name} (rescued)",

  "rescue.failed.damaged.title": "{name} is damaged",
  "rescue.failed.damaged.what":
    "Parts of this project cannot be read any more. That happens when a disk fails, when a copy or a synchronisation breaks off, or when a computer loses power while another program writes to the file.",
  "rescue.failed.damaged.safe":
    "The file was not touched. Most often nearly everything can be brought out of it.",
  "rescue.failed.foreign.title": "{name} cannot be opened",
  "rescue.failed.foreign.what":
    "This is not a Tacit project, or its beginning is so damaged that it is not recognised as one.",
  "rescue.failed.foreign.safe":
    "The file was not touched. If you know that it was a project, a rescue may still find your work in it.",
  "rescue.failed.tooNew.title": "{name} needs a newer Tacit",
  "rescue.failed.tooNew.what":
    "A newer version of Tacit made this file and keeps things in it in a way that this version does not know.",
  "rescue.failed.tooNew.safe": "The file was not touched, and nothing in it is lost.",
  "rescue.failed.tooNew.next": "Update Tacit, then open it again.",
  "rescue.failed.busy.title": "{name} is in use",
  "rescue.failed.other.title": "{name} cannot be opened",

  "rescue.start": "Rescue into a new file",
  "rescue.startHint": "Reads whatever can be read. The damaged file stays as it is.",
  "rescue.tryAgain": "Try again",
  "rescue.showInFolder": "Show in folder",
  "rescue.working": "Reading what can be read…",
  "rescue.workingShare": "{done} of {total} pages",
  "rescue.openRescued": "Open the rescued project",
  "rescue.openMended": "Open the project",

  "rescue.whole.title": "Everything was saved",
  "rescue.whole.text": "The new file {name} holds all of your work.",
  "rescue.partly.title": "What could be read was saved",
  "rescue.partly.text":
    "The new file {name} holds everything that could be read. The damaged file is still there, unchanged.",
  "rescue.mended.title": "The file is sound again",
  "rescue.mended.text":
    "Only indexes were damaged, which Tacit makes from your work. They were made anew; nothing was lost.",
  "rescue.where": "It lies in {folder}.",
  "rescue.table.name": "What was saved and what was lost",
  "rescue.table.part": "What",
  "rescue.table.saved": "Saved",
  "rescue.table.lost": "Lost",
  "rescue.lost.none": "none",
  "rescue.lost.upTo": "up to {lost}",
  "rescue.lost.unknown": "unknown",
  "rescue.lost.atLeast": "{lost} or more",

  "rescue.part.project": "Project settings",
  "rescue.part.guideline": "Guideline editions",
  "rescue.part.labels": "Labels",
  "rescue.part.imports": "Imports",
  "rescue.part.rejects": "Rejected rows",
  "rescue.part.examples": "Examples",
  "rescue.part.answers": "Answers",
  "rescue.part.history": "Steps to undo",
  "rescue.part.checks": "Check reports",
  "rescue.part.versions": "Frozen versions",
  "rescue.part.trainings": "Trainings",
  "rescue.part.comparisons": "Comparisons",
  "rescue.part.handoffs": "Hand-offs",
  "rescue.part.rules": "Rules",
  "rescue.part.decisions": "Decisions between different answers",
  "rescue.part.handouts": "Parts handed out to colleagues",
  "rescue.part.other": "Other records",

  "rescue.readOnly.newerVersion.title": "Made by a newer Tacit: you can look, but not change",
  "rescue.readOnly.newerVersion.text":
    "You can look at everything and hand over versions. Update Tacit to go on working; the file stays as it is.",
  "rescue.readOnly.fileProtected.title": "This project can only be looked at",
  "rescue.readOnly.fileProtected.text":
    "The file, its folder or its disk does not allow changes. Save a copy to work on.",
  "rescue.readOnly.diskFailed.title": "The disk does not answer",
  "rescue.readOnly.diskFailed.text":
    "It failed, or it was taken away. Every saved answer is safe. Plug it in again: Tacit looks for it every few seconds, then saves what is still waiting.",
  "rescue.readOnly.damaged.title": "This file is damaged",
  "rescue.readOnly.damaged.text":
    "Parts of it cannot be read, so nothing more is written to it. Rescue what can be read into a new file.",
  "rescue.readOnly.hint": "Not possible while the project can only be looked at",
  "rescue.saveCopy": "Save a copy to work on",
  "rescue.copySaved": "You now work on the copy {name}.",
  "rescue.diskBack": "The disk is back. You can go on.",
  "rescue.changesLost.title": "The last changes before a crash could not be read",
  "rescue.changesLost.text":
    "Everything before them is here. Look through what you did last; the damaged files are kept in the folder .tacit-backups beside the project.",
  "rescue.mendedOnOpening":
    "An index of this file was damaged. It was made anew, and nothing was lost.",
} as const satisfies Record<string, string>;
