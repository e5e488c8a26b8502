// The tabs of an appeal: its content, what was said to and fro and noted, its documents, its files.
import { Trans, useLingui } from '@lingui/react/macro'
import { FileList } from '../../../ui/files.tsx'
import { useFormat } from '../../../ui/format.ts'
import { EmptyState, State } from '../../../ui/notes.tsx'
import { Facts } from '../../../ui/page.tsx'
import { Go } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { agreementTitles, kindTitles, resultTitles } from '../contract.ts'
import type { Opened } from './record.tsx'
import { Reveal } from './reveal.tsx'

export const Content = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const signatories = it.signatories ?? ''
  const person = [it.person, it.personPost].filter(Boolean).join(', ')
  return (
    <div className="stack">
      <Facts
        facts={[
          { title: t`Өтініш беруші`, value: <Reveal it={it} /> },
          { title: t`Түрі`, value: text(kindTitles[it.kind]) },
          { title: t`Мәселесі`, value: it.question ? text(it.question.title) : null },
          { title: t`Нәтижесі`, value: it.result ? text(resultTitles[it.result]) : null },
          { title: t`Бас тартудың негізі`, value: it.resultGround },
          it.collective && { title: t`Ұжымдық өтініш`, value: t`Қол қойғандар саны: ${signatories}` },
          it.protocol && {
            title: t`Хаттама`,
            value: [text(agreementTitles[it.protocol.agreement]), it.protocol.remarks].filter(Boolean).join(': '),
          },
          { title: t`Сот`, value: it.court ? text(it.court) : null },
          { title: t`Аталған тұлға`, value: person },
          { title: t`Оқиға күні`, value: it.eventOn ? format.day(it.eventOn) : null },
          { title: t`Талон`, value: `${it.slipNumber} · ${format.instant(it.receivedAt)}` },
        ]}
      />
      <p className="said" lang={it.language} style={{ whiteSpace: 'pre-wrap' }}>
        {it.text}
      </p>
      {it.files.length ? <FileList kind="appeal" id={it.id} files={it.files} /> : null}
    </div>
  )
}

interface Said {
  id: string
  at: string
  who: string
  words: string
  tone: 'work' | 'mark' | 'plain'
  title: string
  files: Opened['messages'][number]['files']
}

export const Talk = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const messages: Said[] = it.messages.map(({ id, at, from, by, text: words, files }) => ({
    id,
    at,
    words,
    files,
    who: by ? text(by) : '',
    tone: from === 'applicant' ? 'work' : 'plain',
    title: from === 'applicant' ? t`Өтініш берушіден` : t`Өтініш берушіге`,
  }))
  const notes: Said[] = it.notes.map(({ id, at, by, text: words }) => ({
    id,
    at,
    words,
    files: [],
    who: text(by),
    tone: 'mark',
    title: t`Жұмыс жазбасы`,
  }))
  const all = [...messages, ...notes].sort((a, b) => b.at.localeCompare(a.at))
  if (!all.length)
    return (
      <EmptyState title={<Trans>Хат алмасу әлі басталған жоқ.</Trans>}>
        <Trans>Өтініш берушіге жазсаңыз, ол хабарды код арқылы көреді. Жұмыс жазбасын қызметкерлер ғана көреді.</Trans>
      </EmptyState>
    )
  return (
    <div className="stack">
      {all.map((said) => (
        <article key={said.id}>
          <div className="row">
            <State tone={said.tone}>{said.title}</State>
            <span className="quiet">
              {format.instantShort(said.at)} {said.who ? `· ${said.who}` : ''}
            </span>
          </div>
          <p className="said" style={{ whiteSpace: 'pre-wrap' }}>
            {said.words}
          </p>
          {said.files.length ? <FileList kind="appeal" id={it.id} files={said.files} /> : null}
        </article>
      ))}
    </div>
  )
}

export const Papers = ({ it }: { it: Opened }) => {
  const text = useText()
  const format = useFormat()
  if (!it.documents.length)
    return (
      <EmptyState title={<Trans>Құжат әлі жоқ.</Trans>}>
        <Trans>Жауап жобасын орындаушы осы беттен бастайды.</Trans>
      </EmptyState>
    )
  return (
    <ul className="files">
      {it.documents.map((paper) => (
        <li key={paper.id} className="file">
          <Go to={`/documents/${paper.id}`}>{paper.title}</Go>
          {paper.number ? <span className="quiet number">{paper.number}</span> : null}
          {paper.signedOn ? <span className="quiet number">{format.dayShort(paper.signedOn)}</span> : null}
          <State>{text(paper.state)}</State>
        </li>
      ))}
    </ul>
  )
}

export const Files = ({ it }: { it: Opened }) =>
  it.files.length ? (
    <FileList kind="appeal" id={it.id} files={it.files} />
  ) : (
    <EmptyState title={<Trans>Өтінішке файл тіркелмеген.</Trans>} />
  )
