// The forty behaviours that anybody may expect of a place that takes reports and works on them, each with the tests that prove it.

/** A file of tests and the title of one in it, without its clause. */
type Proof = readonly [file: string, title: string]

interface Behaviour {
  readonly says: string
  readonly by: readonly [Proof, ...Proof[]]
}

const intake = 'src/modules/submissions/behaviours.test.ts'
const reporter = 'src/modules/submissions/reporters.test.ts'
const signIn = 'src/modules/access/sign-in.test.ts'
const factors = 'src/modules/access/factors.test.ts'
const accounts = 'src/modules/access/accounts.test.ts'
const networks = 'src/modules/access/networks.test.ts'
const scope = 'src/modules/appeals/scope.test.ts'
const journey = 'src/modules/appeals/journey.test.ts'
const extending = 'src/modules/paths/extending.test.ts'
const handling = 'src/modules/handling/handling.test.ts'
const course = 'src/modules/handling/course.test.ts'
const redaction = 'src/modules/redaction/redaction.test.ts'
const retention = 'src/modules/retention/retention.test.ts'

export const behaviours: Readonly<Record<'Intake' | 'Reporter' | 'Staff' | 'Work', readonly Behaviour[]>> = {
  Intake: [
    {
      says: 'no recipient refused',
      by: [
        [intake, 'a report to nobody is refused beside its field, and one that names nobody goes to the Department'],
      ],
    },
    { says: 'receipt returned', by: [[intake, 'whoever hands in gets a receipt: number, day, hour, term, code']] },
    {
      says: 'attachments linked',
      by: [[intake, 'what was attached belongs to the report, and whoever considers it can open it']],
    },
    {
      says: 'attachments of an abandoned submission removed',
      by: [[intake, 'the attachments of a report that was never handed in are removed']],
    },
    {
      says: 'upload without a session refused',
      by: [[intake, 'nothing is taken up without a visit that has begun, nor with a foreign form']],
    },
    { says: 'later attachments', by: [[intake, 'more can be attached later, with the code']] },
    {
      says: 'questionnaire that depends on answers',
      by: [
        [
          intake,
          'the questions depend on the answers: who gives no name is not asked for one, who acts for another is asked by what right',
        ],
      ],
    },
    {
      says: 'staff enter a report for a caller',
      by: [[intake, 'staff enter what a caller says: it is read back, put into a protocol and agreed to']],
    },
    {
      says: 'intake can be closed',
      by: [
        [
          intake,
          'the page can be closed: it says where else to turn, paper and word of mouth stay open, what was begun is finished',
        ],
      ],
    },
    {
      says: 'orphan files removed',
      by: [
        [intake, 'a file that was taken off the list belongs to nothing and is removed'],
        [
          'src/kernel/files/files.test.ts',
          'what nobody attached within its hours is swept away; bytes without a row too; what is attached stays',
        ],
      ],
    },
    {
      says: 'oversized and empty refused with a clear word',
      by: [[intake, 'a file that is empty or too large is refused with a word that says why']],
    },
  ],
  Reporter: [
    {
      says: 'a valid receipt opens',
      by: [[reporter, 'a right code opens, a wrong one is refused with one sentence and journaled']],
    },
    {
      says: 'an invalid receipt is refused and journaled',
      by: [
        [reporter, 'a right code opens, a wrong one is refused with one sentence and journaled'],
        [journey, 'only the applicant’s code opens the appeal; a wrong one is refused and journaled'],
      ],
    },
    {
      says: 'one session per reporter',
      by: [[reporter, 'a code is open in one visit at a time: opened anew, the earlier visit holds it no more']],
    },
    {
      says: 'own report only',
      by: [[reporter, 'with a code one sees one’s own report and nobody else’s, not even a file of it']],
    },
    { says: 'comments both ways', by: [[journey, 'messages go both ways, with files, and reach nobody else']] },
    {
      says: 'staff files downloadable',
      by: [[reporter, 'both sides write, and a file that staff send can be taken with the code']],
    },
    {
      says: 'identity disclosed later',
      by: [
        [
          reporter,
          'whoever wrote without a name may give it later: the appeal is anonymous no more and must be considered',
        ],
      ],
    },
    { says: 'logout ends it', by: [[reporter, 'leaving ends the visit: the page behind it opens no more']] },
  ],
  Staff: [
    {
      says: 'wrong password refused with growing delay',
      by: [
        [signIn, 'the delay grows with each failure and ends by itself, for a name that exists and one that does not'],
      ],
    },
    {
      says: 'one session per user, the old refused',
      by: [[signIn, 'one session a person: a new sign-in ends the old one, which is told so']],
    },
    {
      says: 'TOTP enrol, verify, disable',
      by: [
        [
          factors,
          'a code generator is enrolled, asked for at the next sign-in, each code once, and removed after a fresh proof',
        ],
      ],
    },
    {
      says: 'forced change at first sign-in',
      by: [
        [accounts, 'recovery is a temporary password from the administrator, changed at once at the first sign-in'],
        ['test/browser/access.test.ts', 'a temporary password is shown once, and its owner changes it at the door'],
      ],
    },
    {
      says: 'recovery',
      by: [
        [accounts, 'recovery is a temporary password from the administrator, changed at once at the first sign-in'],
        [factors, 'an administrator who recovers a lost telephone drops the second factors'],
      ],
    },
    {
      says: 'step-up for dangerous acts',
      by: [[signIn, 'a dangerous act asks for a fresh proof of identity, and a failed proof is an entry']],
    },
    {
      says: 'sign-in limited by network per role',
      by: [[networks, 'a post that has networks signs in from them and from nowhere else']],
    },
  ],
  Work: [
    {
      says: 'list and open own only',
      by: [[scope, 'each sees the appeals of his or her reach or desk, and for everybody else they do not exist']],
    },
    {
      says: 'grant and revoke, singly',
      by: [
        [handling, 'a chief lets a colleague read an appeal, with a reason, and takes it back'],
        [handling, 'a chief of another unit who was let to read leads nothing there, and gives on nothing'],
        [handling, 'a grant ends with its day, at once, and the night tidies up after it'],
      ],
    },
    {
      says: 'grant and revoke, in bulk',
      by: [[handling, 'reading is granted and taken back in bulk: one act, and an entry and a bell for each record']],
    },
    {
      says: 'transfer removes own access',
      by: [
        [handling, 'whoever passes an appeal on sees it no more, unless let to read it'],
        [journey, 'passed to another employee, the appeal and its draft leave the first one’s sight'],
      ],
    },
    {
      says: 'postpone within the limit',
      by: [
        [extending, 'extensions add up and together do not go beyond two months after the first term'],
        [extending, 'a term that has run out is not extended'],
      ],
    },
    {
      says: 'remind',
      by: [
        [course, 'a chief reminds the assignee in his own words, beside the ladder that reminds by the clock'],
        [
          'src/modules/work/ladder.test.ts',
          'the holder is told three working days and one working day before the term, on its last day and the day after',
        ],
      ],
    },
    {
      says: 'close, reopen',
      by: [
        [course, 'an answered appeal is considered anew by the head’s decision, with a reason and a new term'],
        [journey, 'an appeal is considered, answered and the reply read by its applicant under the code'],
      ],
    },
    { says: 'sub-status', by: [[course, 'the assignee says how far the work has come, and lists tell it']] },
    {
      says: 'mask, by its own right',
      by: [
        [
          course,
          'words of an appeal and of a message are masked, and unmasked, each by its own power; what came in stays',
        ],
      ],
    },
    {
      says: 'redact, by its own right',
      by: [
        [redaction, 'secrets protected by law are kept: what is hidden in a copy cannot be extracted from it'],
        [redaction, 'without the power nobody makes a copy, and what is not there is unknown'],
      ],
    },
    {
      says: 'unmask, by its own right',
      by: [
        [
          course,
          'words of an appeal and of a message are masked, and unmasked, each by its own power; what came in stays',
        ],
      ],
    },
    {
      says: 'export',
      by: [
        [
          scope,
          'the sheet holds what the list shows to its reader, without a personal detail, and is an entry of the journal',
        ],
      ],
    },
    {
      says: 'identity request denied, then granted by another person',
      by: [
        [handling, 'by the rule of a grant the name is asked for, denied, then granted until a day by another person'],
        [handling, 'by the rule of a reason whoever works on the appeal opens the name alone, and asks nobody'],
      ],
    },
    {
      says: 'expiry warning, then deletion of everything that belongs to it, unless held',
      by: [
        [retention, 'the end of keeping is announced ninety days before, and nothing is proposed before it'],
        [retention, 'the content is gone from everywhere, the line of the register stays, what is held stays whole'],
        [retention, 'a legal hold beats the term, with a reason, and is lifted with a reason'],
      ],
    },
  ],
}

/** The table as a page: each behaviour in its order with what proves it. */
export const behavioursPage = (): string => {
  const rows = Object.entries(behaviours).flatMap(([group, all]) =>
    all.map(({ says, by }, at) => {
      const proofs = by.map(([file, title]) => `${title} (\`${file}\`)`).join('<br>')
      return `| ${group} ${at + 1} | ${says} | ${proofs} |`
    }),
  )
  return `${['# Behaviours', '', 'Computed by `npm run docs`. Do not edit.', 'What anybody may expect of a place that takes reports and works on them, and the tests that prove it.', '', '| | behaviour | proven by |', '|---|---|---|', ...rows].join('\n')}\n`
}
