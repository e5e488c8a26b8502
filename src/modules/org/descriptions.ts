// Standard job descriptions (clause 5.15): the powers that each kind of post is given. The Head of the Court Administration approves them.
import type { PostCode } from '../structure/index.ts'

// Signing (clause 15) is nobody's power: the rule asks who holds the head's post that day.
const leading = [
  'appeals.assign',
  'appeals.mask',
  'appeals.work',
  'reception.hold',
  'signals.keep',
  'documents.draft',
  'documents.read',
  'documents.send',
  'redaction.make',
]
const reading = ['incoming.read', 'requests.read']
const asking = [
  ...reading,
  'requests.prepare',
  'authorities.read',
  'authorities.prepare',
  'investigations.work',
  'inspections.work',
]
const chief = [...asking, 'incoming.hand', 'requests.lead', 'investigations.lead', 'inspections.lead']

const holding = ['retention.hold', 'superiors.read']
// The register of criminal cases (6.16): units enter their region's, the centre sees all.
const caseRegister = ['criminalCases.read', 'criminalCases.enter']
const reconciling = ['reconciliation.keep']

const opening = ['personCards.open', 'personalFiles.read']
const registering = [...opening, 'persons.read', 'persons.keep', 'personalFiles.keep']

export const standardDescriptions: Readonly<Record<PostCode, readonly string[]>> = {
  chairman: [
    'requests.oversee',
    'authorities.read',
    'authorities.issue',
    'investigations.oversee',
    'inspections.oversee',
  ],
  'ca-head': [
    'staffing.approve',
    'staffing.see',
    'journal.read',
    'journal.erase',
    'requests.oversee',
    'authorities.read',
    'authorities.issue',
    'investigations.oversee',
    'inspections.oversee',
  ],
  head: [
    ...leading,
    ...chief,
    ...holding,
    ...registering,
    'authorities.issue',
    'authorities.confirm',
    'personalFiles.trace',
    'investigations.prepare',
    'inspections.prepare',
    ...caseRegister,
    ...reconciling,
    'secrecy.keep',
    'retention.approve',
    'appeals.reopen',
    'appeals.see-all',
    'appeals.unmask',
    'shutout.keep',
    'statistics.see',
    'paths.decide',
    'staffing.propose',
    'staffing.see',
    'work.see-all',
  ],
  'deputy-head': [
    ...leading,
    ...chief,
    ...holding,
    ...registering,
    'authorities.confirm',
    ...caseRegister,
    ...reconciling,
    'appeals.see-all',
    'appeals.unmask',
    'paths.decide',
    'shutout.keep',
    'statistics.see',
    'staffing.see',
    'work.see-all',
  ],
  inspector: [
    ...asking,
    ...opening,
    'personalFiles.keep',
    ...caseRegister,
    ...reconciling,
    'appeals.work',
    'documents.draft',
    'documents.send',
    'redaction.make',
  ],
  analyst: [...asking, ...registering, 'criminalCases.read', ...reconciling, 'documents.draft'],
  registrar: [
    ...reading,
    'persons.find',
    'personalFiles.keep',
    'authorities.read',
    'authorities.register',
    'authorities.confirm',
    'appeals.mask',
    'incoming.register',
    'incoming.bodies',
    'requests.receive',
    'appeals.register',
    'appeals.see-all',
    'appeals.see-unit',
    'documents.read',
    'documents.send',
    'documents.nomenclature',
    'reception.keep',
    'signals.keep',
    'secrecy.keep',
    'redaction.make',
    'retention.keep',
    'exchange.run',
    'exchange.profiles',
    'statistics.see',
  ],
  'territorial-head': [
    ...leading,
    ...chief,
    ...registering,
    ...caseRegister,
    'appeals.see-unit',
    'statistics.see',
    'work.see-unit',
  ],
  'territorial-inspector': [
    ...asking,
    ...opening,
    ...caseRegister,
    'appeals.work',
    'documents.draft',
    'documents.send',
    'redaction.make',
  ],
  bailiff: [],
  'gate-officer': [],
  auditor: ['journal.read', 'journal.verify'],
  administrator: [
    'org.people',
    'structure.courts',
    'exchange.profiles',
    'staffing.see',
    'settings.parameters',
    'sessions.manage',
    'mail.read',
    'journal.verify',
  ],
}

/** Posts outside the Department whose powers rest on the Regulation and the house itself, so they are in force from the start. */
export const outsideTheDepartment: readonly PostCode[] = [
  'chairman',
  'ca-head',
  'auditor',
  'administrator',
  'bailiff',
  'gate-officer',
]
