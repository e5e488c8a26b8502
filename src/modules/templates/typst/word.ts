// A letter as a Word document, for editing outside the house: real headings, the language of the text, page numbers, and the
// official-use mark in the head of every page. The signed paper is always the PDF; this one bears no signature.
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  type IParagraphOptions,
} from 'docx'
import { toBuffer } from 'qrcode'
import type { Letter } from './sheet.ts'

/** Twentieths of a point, Word's own measure: 28 and 16 mm at the sides, 16 and 22 mm above and below. */
const margin = { left: 1587, right: 907, top: 907, bottom: 1247, header: 454, footer: 567 }
const textWidth = 11906 - margin.left - margin.right
const sky = '00708C'
const quiet = '4A5A68'
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }

/** Half points. */
const small = 17

const lines = (
  texts: readonly string[],
  options: IParagraphOptions = {},
  run: { bold?: boolean; size?: number; color?: string } = {},
) =>
  texts.map((text) => new Paragraph({ spacing: { after: 0 }, ...options, children: [new TextRun({ text, ...run })] }))

const side = (width: number, children: Paragraph[], end = false) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: end ? VerticalAlign.BOTTOM : VerticalAlign.TOP,
    children: children.length > 0 ? children : [new Paragraph({})],
  })

/** Two columns without a line around them. */
const twoSides = (left: Paragraph[], right: Paragraph[], leftWidth: number, end = false) =>
  new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [leftWidth, textWidth - leftWidth],
    borders: noBorders,
    rows: [new TableRow({ children: [side(leftWidth, left, end), side(textWidth - leftWidth, right, end)] })],
  })

const gap = (after: number) => new Paragraph({ spacing: { after }, children: [] })

function headOf(it: Letter): (Paragraph | Table)[] {
  const centred = { alignment: AlignmentType.CENTER }
  const letters = { bold: true, size: 19, color: sky }
  return [
    twoSides(lines(it.letterhead.kk, centred, letters), lines(it.letterhead.ru, centred, letters), textWidth / 2),
    new Paragraph({
      spacing: { after: 240 },
      border: { bottom: { style: BorderStyle.SINGLE, size: 8, color: sky, space: 2 } },
      children: [],
    }),
    twoSides(
      lines(it.marks, {}, { size: 20 }),
      it.approval.length > 0
        ? [
            ...lines(it.approval.slice(0, 1), {}, { bold: true }),
            ...lines(it.approval.slice(1)),
            ...lines(it.signed === null ? [] : [it.signed], {}, { size: 15, color: quiet }),
          ]
        : [...lines(it.addressee.slice(0, 1), {}, { bold: true }), ...lines(it.addressee.slice(1))],
      textWidth - 4422,
    ),
    gap(200),
  ]
}

const titleOf = (it: Letter): Paragraph[] =>
  it.called === null
    ? [new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(it.subject)] })]
    : [
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          alignment: AlignmentType.CENTER,
          children: [new TextRun(it.called.toUpperCase())],
        }),
        ...lines([it.subject], { alignment: AlignmentType.CENTER, spacing: { after: 200 } }, { bold: true }),
      ]

const bodyOf = (it: Letter): Paragraph[] =>
  it.parts.flatMap(({ heading, paragraphs }) => [
    ...(heading === null ? [] : [new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(heading)] })]),
    ...paragraphs.map(
      (text) =>
        new Paragraph({
          alignment: AlignmentType.JUSTIFIED,
          indent: { firstLine: 567 },
          spacing: { after: 120 },
          children: [new TextRun(text)],
        }),
    ),
  ])

function endOf(it: Letter): (Paragraph | Table)[] {
  const right = { alignment: AlignmentType.RIGHT }
  const { caption, names } = it.signers
  return [
    gap(360),
    ...(it.signatory
      ? [
          twoSides(
            lines([it.signatory.post], {}, { bold: true }),
            lines([it.signatory.name], right, { bold: true }),
            textWidth / 2,
            true,
          ),
        ]
      : []),
    ...(caption === null ? [] : lines([caption], {}, { bold: true })),
    ...names.map(
      (name) =>
        new Paragraph({
          spacing: { before: 200, after: 0 },
          tabStops: [{ type: TabStopType.RIGHT, position: textWidth, leader: 'underscore' }],
          children: [new TextRun(`${name} `), new TextRun({ children: [new Tab()] })],
        }),
    ),
    ...(it.signed === null || !it.signatory
      ? []
      : lines([it.signed], { spacing: { before: 120 } }, { size: small, color: quiet })),
    gap(360),
    ...lines(it.executor, {}, { size: small, color: quiet }),
  ]
}

async function checkOf(it: Letter): Promise<Paragraph[]> {
  if (!it.check) return []
  const { says, address } = it.check
  return [
    new Paragraph({
      spacing: { before: 240, after: 0 },
      children: [
        new ImageRun({
          type: 'png',
          data: await toBuffer(address, { errorCorrectionLevel: 'M', margin: 1, scale: 6 }),
          transformation: { width: 83, height: 83 },
          altText: { name: 'QR', title: says, description: address },
        }),
      ],
    }),
    ...lines([says, address], {}, { size: 15, color: quiet }),
  ]
}

const headerOf = (it: Letter): Paragraph[] => [
  ...(it.mark
    ? [
        ...lines([it.mark.title], { alignment: AlignmentType.RIGHT }, { bold: true, size: 19 }),
        ...lines(it.mark.lines, { alignment: AlignmentType.RIGHT }, { size: 15, color: quiet }),
      ]
    : []),
  ...(it.watermark === null
    ? []
    : lines([it.watermark], { alignment: AlignmentType.LEFT }, { bold: true, size: 19, color: quiet })),
]

const footerOf = (it: Letter): Paragraph =>
  new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
    children: [
      new TextRun({ text: it.running, size: 16, color: quiet }),
      new TextRun({
        size: 16,
        color: quiet,
        children: [new Tab(), `${it.page} `, PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
      }),
    ],
  })

const tags = { kk: 'kk-KZ', ru: 'ru-RU', en: 'en-GB' } as const

export async function wordOf(it: Letter): Promise<Buffer> {
  const headed = { bold: true, size: 24, color: '000000', font: 'Times New Roman' }
  const document = new Document({
    title: it.title,
    creator: it.author,
    lastModifiedBy: it.author,
    styles: {
      default: {
        // Every office has this font with the Kazakh letters; the PDF carries its own.
        document: { run: { font: 'Times New Roman', size: 24, language: { value: tags[it.language] } } },
        heading1: { run: { ...headed, size: 26 }, paragraph: { spacing: { before: 120, after: 160 }, keepNext: true } },
        heading2: { run: headed, paragraph: { spacing: { before: 200, after: 100 }, keepNext: true } },
      },
    },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin } },
        headers: { default: new Header({ children: headerOf(it) }) },
        footers: { default: new Footer({ children: [footerOf(it)] }) },
        children: [...headOf(it), ...titleOf(it), ...bodyOf(it), ...endOf(it), ...(await checkOf(it))],
      },
    ],
  })
  return Packer.toBuffer(document)
}
