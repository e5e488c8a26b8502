// The acts on an investigation that no gate stands before, each with its reason.

/** What needs no authority although the investigation has been opened: it takes nobody further, it protects or ends. */
export const free: Readonly<Record<string, string>> = {
  'investigations.recuse': 'whoever has a conflict of interest leaves at once',
  'investigations.discontinue': 'an investigation that lost its ground may be ended',
  'limitations.noteAbsence':
    'the days of sickness, leave or a trip are facts, and suspend the term in the person’s favour',
  'limitations.endAbsence': 'the same',
  'evidence.hold': 'a legal hold keeps from destruction what was gathered',
  'evidence.release': 'lifting the hold gathers nothing: the term of keeping counts again',
  'caseFile.make': 'whoever may read the case may print what has been gathered',
}
