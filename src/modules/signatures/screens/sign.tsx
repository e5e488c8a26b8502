// A document is signed electronically: its frozen bytes, the signer's key, the operations of this room.
import { Trans } from '@lingui/react/macro'
import { call } from '../../../ui/call.ts'
import type { Road } from '../../../ui/signing/road.ts'
import { SignWindow } from '../../../ui/signing/window.tsx'
import { useText } from '../../../ui/text.ts'
import { addSignature, contentToSign, issueTestKey } from '../contract.ts'

interface SignProps {
  id: string
  version: number
  number: string
  onClose: () => void
}

export const Sign = ({ id, version, number, onClose }: SignProps) => {
  const text = useText()
  const road: Road = {
    ask: async () => (await call(contentToSign, { id })).result,
    handIn: (cms) => call(addSignature, { id, version, cms }),
    certify: async (request) => (await call(issueTestKey, { request })).result,
  }
  return (
    <SignWindow
      title={text(addSignature.title)}
      lead={
        <Trans>
          Қолтаңба мына құжаттың бекітілген мәтініне қойылады: {number}. Оны кез келген адам жүйеден тыс та тексере
          алады.
        </Trans>
      }
      road={road}
      onClose={onClose}
    />
  )
}
