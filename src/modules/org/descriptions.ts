// Standard job descriptions (clause 5.15): the powers that each kind of post is given. The Head of the Court Administration approves them.
import type { PostCode } from '../structure/index.ts'

// Signing (clause 15) is nobody's power: the rule asks who holds the head's post that day.
const leading = [
  'appeals.assign',
  'appeals.work',
  'reception.hold',
  'signals.keep',
  'documents.draft',
  'documents.read',
  'documents.send',
  'redaction.make',
]

const holding = ['retention.hold']

export const standardDescriptions: Readonly<Record<PostCode, readonly string[]>> = {
  chairman: [],
  'ca-head': ['staffing.approve', 'staffing.see', 'journal.read', 'journal.erase'],
  head: [
    ...leading,
    ...holding,
    'retention.approve',
    'appeals.see-all',
    'statistics.see',
    'staffing.propose',
    'staffing.see',
    'work.see-all',
  ],
  'deputy-head': [...leading, ...holding, 'appeals.see-all', 'statistics.see', 'staffing.see', 'work.see-all'],
  inspector: ['appeals.work', 'documents.draft', 'documents.send', 'redaction.make'],
  analyst: ['documents.draft'],
  registrar: [
    'appeals.register',
    'appeals.see-all',
    'appeals.see-unit',
    'documents.read',
    'documents.send',
    'documents.nomenclature',
    'reception.keep',
    'signals.keep',
    'redaction.make',
    'retention.keep',
    'exchange.run',
    'exchange.profiles',
    'statistics.see',
  ],
  'territorial-head': [...leading, 'appeals.see-unit', 'statistics.see', 'work.see-unit'],
  'territorial-inspector': ['appeals.work', 'documents.draft', 'documents.send', 'redaction.make'],
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
