// One document: what may be done now, its words or its signed page, who signs today and why, and how it got here.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { addedTabs } from '../../../ui/added-tabs.tsx'
import type { May } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Banner, Loaded, State } from '../../../ui/notes.tsx'
import { Card, Facts, RecordHead, Tabs, Timeline } from '../../../ui/page.tsx'
import type { Happening, Tab } from '../../../ui/page.tsx'
import { useParts } from '../../../ui/parts.ts'
import { Go, useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { openDocument, saveDocument } from '../contract.ts'
import { Acts } from './acts.tsx'
import { Drafts } from './drafts.tsx'
import { Editor, type Opened } from './editor.tsx'
import { Preview } from './preview.tsx'
import { stateTitles, stateTones, wayTitles } from './states.ts'

const Words = ({ it }: { it: Opened }) => {
  const text = useText()
  return (
    <div className="stack">
      {it.asks.map(({ name, label }) =>
        it.fields[name] ? (
          <section key={name}>
            <h3>{text(label)}</h3>
            <div className="said" lang={it.language}>
              {it.fields[name]}
            </div>
          </section>
        ) : null,
      )}
    </div>
  )
}

const Signing = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const { signer, post, acting, replaced } = it.signing
  if (it.signed) {
    const { by, post: signedPost, at, file } = it.signed
    return (
      <Card title={t`Қол қойылды`} extra={<ClauseChip id="15" />}>
        <div className="stack">
          <Facts
            narrow
            facts={[
              { title: t`Қол қойған`, value: text(by) },
              { title: t`Лауазымы`, value: text(signedPost) },
              { title: t`Уақыты`, value: format.instant(at) },
              { title: t`SHA-256`, value: <code style={{ overflowWrap: 'anywhere' }}>{file.sha256}</code> },
            ]}
          />
          <p className="quiet">
            <Trans>Қол қою жүйедегі расталған әрекет ретінде жазылды.</Trans>
          </p>
        </div>
      </Card>
    )
  }
  return (
    <Card title={t`Бүгін кім қол қояды`} extra={<ClauseChip id="15" />}>
      <div className="stack">
        {signer && post ? (
          <Facts
            narrow
            facts={[
              { title: t`Қол қояды`, value: text(signer.name) },
              { title: t`Лауазымы`, value: text(post) },
              replaced ? { title: t`Кімнің орнына`, value: text(replaced.name) } : null,
            ]}
          />
        ) : (
          <p>
            <Trans>
              Меңгеруші лауазымы бос және оны ешкім алмастырып тұрған жоқ. Қол қоятын адам тағайындалуы керек.
            </Trans>
          </p>
        )}
        <p className="quiet">
          {acting ? (
            <Trans>
              Меңгеруші болмаған кезде құжатқа оны алмастыратын адам қол қояды. Осы күндері меңгеруші өзі қол қоймайды.
            </Trans>
          ) : (
            <Trans>Құжатқа меңгеруші қол қояды, ал ол болмаған кезде оны алмастыратын адам қол қояды.</Trans>
          )}
        </p>
      </div>
    </Card>
  )
}

const useHappenings = (it: Opened): Happening[] => {
  const { t } = useLingui()
  const text = useText()
  // The last stands first, also among those of one minute.
  return [
    ...(it.sent
      ? [{ at: it.sent.at, title: t`Жіберілді`, who: text(it.sent.by), detail: text(wayTitles[it.sent.way]) }]
      : []),
    ...(it.signed
      ? [{ at: it.signed.at, title: t`Қол қойылды`, clause: '15', who: text(it.signed.by), detail: it.number }]
      : []),
    ...it.remarks.map(({ at, by, remark }) => ({
      at,
      title: t`Ескертумен қайтарылды`,
      clause: '15',
      who: text(by),
      detail: remark,
    })),
    ...it.drafts.map(({ at, by, draft }) => ({
      at,
      title: draft === 1 ? t`Жоба басталды` : t`Жоба сақталды, нұсқасы: ${draft}`,
      who: text(by),
    })),
  ].sort((a, b) => b.at.localeCompare(a.at))
}

const useTabs = (it: Opened, may: readonly May[], setUnsaved: (unsaved: boolean) => void): Tab[] => {
  const { t } = useLingui()
  const edits = may.some(({ operation, allowed }) => operation === saveDocument.name && allowed)
  const page: Tab = {
    key: 'page',
    title: it.signed ? t`Қол қойылған құжат` : t`PDF көрінісі`,
    body: () => (
      <Preview key={`${it.state}${it.draft}`} id={it.id} name={it.signed?.file.name ?? `${it.template}.pdf`} />
    ),
  }
  const words: Tab = {
    key: 'words',
    title: t`Мәтіні`,
    body: () => (edits ? <Editor key={it.draft} it={it} onChange={setUnsaved} /> : <Words it={it} />),
  }
  const drafts: Tab = { key: 'drafts', title: t`Нұсқалары`, count: it.drafts.length, body: () => <Drafts it={it} /> }
  return edits ? [words, page, drafts] : [page, words, drafts]
}

const Body = ({ it, may }: { it: Opened; may: readonly May[] }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const [unsaved, setUnsaved] = useState(false)
  const more = useParts<Opened>('document')
  const happenings = useHappenings(it)
  const tabs = useTabs(it, may, setUnsaved)
  const [last] = it.remarks
  const author = last ? text(last.by) : ''
  const kind = text(it.templateTitle)
  return (
    <div className="page stack">
      <RecordHead
        from={{ to: '/documents', title: t`Шығыс құжаттары` }}
        number={it.number ?? t`нөмірсіз`}
        title={it.title || kind}
        chips={
          <>
            <State tone={stateTones[it.state]}>{text(stateTitles[it.state])}</State>
            <ClauseChip id="15" />
          </>
        }
        sub={`${kind} · ${text(it.drafter)} · ${format.instant(it.draftedAt)}`}
      />
      <div className="columns">
        <div className="stack">
          {it.state === 'drafted' && last ? (
            <Banner tone="warn" title={t`Құжат ескертумен қайтарылды.`}>
              <span style={{ whiteSpace: 'pre-wrap' }}>{last.remark}</span> <span className="quiet">{author}</span>
            </Banner>
          ) : null}
          {more.map(({ banner: Said }, at) => (Said ? <Said key={at} it={it} /> : null))}
          <Acts it={it} may={may} more={more} unsaved={unsaved} />
          <Tabs label={t`Құжат`} tabs={[...tabs, ...addedTabs(more, it, text)]} />
        </div>
        <div className="stack">
          <Signing it={it} />
          {more.map(({ side: Beside }, at) => (Beside ? <Beside key={at} it={it} /> : null))}
          <Card title={t`Мәліметтер`}>
            <Facts
              narrow
              facts={[
                { title: t`Кімге`, value: it.addressee },
                {
                  title: t`Не бойынша`,
                  value: it.about?.page ? <Go to={it.about.page}>{it.about.caption}</Go> : it.about?.caption,
                },
                { title: t`Нөмірі`, value: it.number },
                { title: t`Күні`, value: it.signedOn ? format.day(it.signedOn) : null },
              ]}
            />
          </Card>
          <Card title={t`Оқиғалар желісі`}>
            <Timeline happenings={happenings} />
          </Card>
        </div>
      </div>
    </div>
  )
}

export default function DocumentPage() {
  const { id } = useAddress().params
  const opened = useCall(openDocument, { id: id ?? '' })
  return <Loaded of={opened}>{(it, may) => <Body it={it} may={may} />}</Loaded>
}
