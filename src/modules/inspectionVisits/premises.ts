// Clause 5.5: the service certificate opens courts at any time, restricted-regime premises excluded. Which permission other law demands there.
import { forbid, permit, type Forbid } from '../../kernel/rules.ts'
import { fold } from '../../kernel/search/letters.ts'
import type { Text } from '../../kernel/text.ts'
import { restrictedPremises, type Premises, type RestrictedPremises } from './kinds.ts'

export interface Place {
  premises: Premises
  /** The room in words. */
  room: string | null
}

/** Words by which a room says itself what it is, whatever kind was chosen for it. */
const marks: Readonly<Record<RestrictedPremises, RegExp>> = {
  secrecy: /құпия|секрет|гостайн|спецчаст|спецотдел|шифр|\bsecret|cipher/u,
  weapons: /(?:^|[^\p{L}])қару|оружей|оружи|weapon|armou?ry/u,
  restricted: /режим|restricted/u,
}

const isRestricted = (it: Premises): it is RestrictedPremises => (restrictedPremises as readonly string[]).includes(it)

/** The regime of the place; null where there is none. */
export const regimeOf = ({ premises, room }: Place): RestrictedPremises | null => {
  if (isRestricted(premises)) return premises
  const words = (room ?? '').toLowerCase()
  const folded = fold(words)
  return restrictedPremises.find((it) => marks[it].test(words) || marks[it].test(folded)) ?? null
}

const demanded: Readonly<Record<RestrictedPremises, Text>> = {
  secrecy: {
    kk: 'Қызметтік куәлік режимдік үй-жайға кіруге құқық бермейді. Мемлекеттік құпиялар бөлмесіне «Мемлекеттік құпиялар туралы» Заң бойынша рұқсатнамасы бар адам осы орган басшысының жазбаша рұқсатымен ғана кіреді.',
    ru: 'Служебное удостоверение не открывает режимных помещений. В помещение для государственных секретов входят только с допуском по Закону «О государственных секретах» и по письменному разрешению руководителя этого органа.',
    en: 'The service certificate does not open restricted-regime premises. A room for state secrets is entered only with an admission under the Law on State Secrets and the written permission of the head of that body.',
  },
  weapons: {
    kk: 'Қызметтік куәлік режимдік үй-жайға кіруге құқық бермейді. Қару сақтау бөлмесіне қару айналымы туралы заңнамаға сәйкес қарудың сақталуына жауапты басшының жазбаша рұқсатымен ғана кіреді.',
    ru: 'Служебное удостоверение не открывает режимных помещений. В комнату хранения оружия входят только по письменному разрешению руководителя, отвечающего за оружие, в порядке законодательства об обороте оружия.',
    en: 'The service certificate does not open restricted-regime premises. A weapons room is entered only with the written permission of the head who answers for the weapons, under the law on their circulation.',
  },
  restricted: {
    kk: 'Қызметтік куәлік режимдік үй-жайға кіруге құқық бермейді. Оған осы режимді белгілеген заңда көзделген жазбаша рұқсатпен ғана кіреді.',
    ru: 'Служебное удостоверение не открывает режимных помещений. Туда входят только по письменному разрешению, которого требует закон, установивший этот режим.',
    en: 'The service certificate does not open restricted-regime premises. They are entered only with the written permission demanded by the law that set the regime.',
  },
}

/** One row a regime, so that the sentence says which permission is lacking. */
const excluded: readonly Forbid<Place>[] = restrictedPremises.map((regime) =>
  forbid<Place>('5.5', demanded[regime], (_, place) => regimeOf(place) === regime),
)

const enters = permit<Place>(
  '5.5',
  {
    kk: 'қызметтік куәлігін көрсеткен қызметкер, кез келген уақытта',
    ru: 'работник, предъявивший служебное удостоверение, в любое время',
    en: 'an employee who shows the service certificate, at any time',
  },
  () => true,
)

export const entryRules = [enters, ...excluded] as const
