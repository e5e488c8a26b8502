// The interface as OpenAPI 3.1, made from the operations themselves, and a readable page of it that works offline.
import { z } from 'zod'
import { clauses } from '../kernel/clauses.ts'
import type { Registry } from '../kernel/module.ts'
import type { Operation } from '../kernel/operation.ts'
import { statusOf, type Reason } from '../kernel/refusal.ts'

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' })
  return rest
}

const whoMay = ({ rules }: Operation): string[] =>
  rules.flatMap((rule) => (rule.effect === 'permit' ? [`${rule.who.en} (${rule.clause})`] : []))

const whoMayNot = ({ rules }: Operation): string[] =>
  rules.flatMap((rule) => (rule.effect === 'forbid' ? [`${rule.why.en} (${rule.clause})`] : []))

const reasonsOf = (operation: Operation): Reason[] => [
  'invalid',
  ...(operation.anonymous ? [] : (['sign-in'] as const)),
  'forbidden',
  ...(operation.dangerous ? (['step-up'] as const) : []),
  ...(operation.record ? (['unknown'] as const) : []),
  ...(operation.step ? (['wrong-state'] as const) : []),
  ...(operation.kind === 'command' ? (['conflict'] as const) : []),
  'too-many',
]

const statuses = (operation: Operation) => {
  const byStatus = new Map<number, Reason[]>()
  for (const reason of reasonsOf(operation)) {
    byStatus.set(statusOf[reason], [...(byStatus.get(statusOf[reason]) ?? []), reason])
  }
  return [...byStatus].map(([status, reasons]) => [
    String(status),
    {
      description: reasons.join(' or '),
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
    },
  ])
}

const described = (operation: Operation): string =>
  [
    `Clauses: ${operation.clauses.join(', ')}.`,
    `Open to: ${whoMay(operation).join('; ')}.`,
    ...(whoMayNot(operation).length ? [`Refused: ${whoMayNot(operation).join(' ')}`] : []),
    ...(operation.step && operation.record?.life
      ? [`Step of the ${operation.record.life.name} lifecycle: ${operation.step}.`]
      : []),
  ].join('\n\n')

const path = (operation: Operation, module: string) => ({
  post: {
    operationId: operation.name,
    summary: operation.shape.title.en,
    description: described(operation),
    tags: [module],
    'x-clauses': operation.clauses,
    'x-roles': whoMay(operation),
    'x-title': operation.shape.title,
    security: operation.anonymous ? [] : [{ session: [] }],
    parameters: [{ name: 'x-qorgan', in: 'header', required: true, schema: { const: '1' } }],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: schemaOf(operation.shape.input, 'input') } },
    },
    responses: {
      200: {
        description: 'Done',
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['result', 'may'],
              properties: {
                result: schemaOf(operation.shape.output, 'output'),
                may: { type: 'array', items: { $ref: '#/components/schemas/May' } },
              },
            },
          },
        },
      },
      ...Object.fromEntries(statuses(operation)),
    },
  },
})

const text = {
  type: 'object',
  required: ['kk', 'ru', 'en'],
  properties: { kk: { type: 'string' }, ru: { type: 'string' }, en: { type: 'string' } },
}

const components = {
  securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'qorgan' } },
  schemas: {
    Text: text,
    May: {
      type: 'object',
      required: ['operation', 'title', 'allowed', 'dangerous', 'why'],
      properties: {
        operation: { type: 'string' },
        title: { $ref: '#/components/schemas/Text' },
        allowed: { type: 'boolean' },
        dangerous: { type: 'boolean' },
        why: {
          anyOf: [
            { type: 'null' },
            {
              type: 'object',
              required: ['clause', 'says', 'offer'],
              properties: {
                clause: { type: 'string' },
                says: { $ref: '#/components/schemas/Text' },
                offer: { type: ['string', 'null'] },
              },
            },
          ],
        },
      },
    },
    Refusal: {
      type: 'object',
      required: ['reason', 'clause', 'says', 'fields'],
      properties: {
        reason: { enum: [...Object.keys(statusOf), 'fault'] },
        clause: { type: ['string', 'null'], description: 'The clause of the Regulation that says no.' },
        says: { type: 'string', description: 'A sentence in the language of the request.' },
        fields: {
          type: 'array',
          items: {
            type: 'object',
            required: ['path', 'says'],
            properties: { path: { type: 'string' }, says: { type: 'string' } },
          },
        },
        retryAfterSeconds: { type: 'integer' },
      },
    },
  },
}

/** Every operation with its clauses, roles, input, output and errors. */
export const openapi = (registry: Registry): object => ({
  openapi: '3.1.0',
  info: {
    title: 'Qorgan',
    version: '1',
    description:
      'Every command and query of the house is one POST. The reply carries the result and what the asker may do next.',
  },
  paths: Object.fromEntries(
    registry.modules.flatMap((module) =>
      module.operations
        .filter((operation) => !operation.inner)
        .map((operation) => [`/api/${operation.name}`, path(operation, module.name)]),
    ),
  ),
  components,
})

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const chip = (clause: Operation['clauses'][number]): string =>
  `<abbr title="${escaped(clauses[clause].en)}">${clause}</abbr>`

const article = (operation: Operation): string => `<article id="${operation.name}">
<h3>POST /api/${operation.name} ${operation.clauses.map(chip).join(' ')}</h3>
<p>${escaped(operation.shape.title.kk)} · ${escaped(operation.shape.title.ru)} · ${escaped(operation.shape.title.en)}</p>
<p>${escaped(described(operation)).replaceAll('\n\n', '<br>')}</p>
<details><summary>Input</summary><pre>${escaped(JSON.stringify(schemaOf(operation.shape.input, 'input'), null, 1))}</pre></details>
<details><summary>Output</summary><pre>${escaped(JSON.stringify(schemaOf(operation.shape.output, 'output'), null, 1))}</pre></details>
<p>Errors: ${reasonsOf(operation)
  .map((reason) => `${statusOf[reason]} ${reason}`)
  .join(', ')}</p></article>`

const style = `body{font:15px/1.5 "Noto Sans",system-ui,sans-serif;max-width:960px;margin:24px auto;padding:0 20px;color:#14202b}
article{border-top:1px solid #dbe3e9;padding:8px 0}h3{font-size:15px;margin:8px 0 2px}p{margin:4px 0;color:#4a5a68}
abbr{border:1px solid #9fd4e0;background:#e2f3f7;color:#00708c;border-radius:4px;padding:0 6px;text-decoration:none;font-size:12px}
pre{background:#f4f7f9;padding:12px;overflow:auto;font-size:12px}nav a{margin-right:14px;color:#00708c}`

/** The same, for people: one page without scripts or anything from elsewhere. */
export const openapiPage = ({ modules }: Registry): string => `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Qorgan: the interface</title><style>${style}</style>
<h1>Qorgan: the interface</h1><p>The same as <a href="/api/openapi.json">openapi.json</a>. Send <code>x-qorgan: 1</code> and JSON.</p>
<nav>${modules.map(({ name }) => `<a href="#module-${name}">${name}</a>`).join('')}</nav>
${modules
  .map(
    ({ name, title, operations }) => `<section id="module-${name}"><h2>${escaped(title.en)} · ${escaped(title.kk)}</h2>
${operations
  .filter((it) => !it.inner)
  .map(article)
  .join('\n')}</section>`,
  )
  .join('\n')}</html>`
