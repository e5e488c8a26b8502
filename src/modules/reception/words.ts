// Posts that receive and states of a reception in three languages; shared by the server, the staff web and the public page.
import type { Text } from '../../kernel/text.ts'

export const receivingPosts = ['head', 'deputy-head', 'territorial-head'] as const
export type ReceivingPost = (typeof receivingPosts)[number]

export const postTitles: Readonly<Record<ReceivingPost, Text>> = {
  head: { kk: 'Бөлім меңгерушісі', ru: 'Заведующий Отделом', en: 'Head of the Department' },
  'deputy-head': {
    kk: 'Бөлім меңгерушісінің орынбасары',
    ru: 'Заместитель заведующего Отделом',
    en: 'Deputy head of the Department',
  },
  'territorial-head': {
    kk: 'Аумақтық бөлімшенің басшысы',
    ru: 'Руководитель территориального подразделения',
    en: 'Head of the territorial unit',
  },
}

export const receptionStates = ['booked', 'held', 'missed', 'cancelled', 'withdrawn'] as const
export type ReceptionState = (typeof receptionStates)[number]

export const stateTitles: Readonly<Record<ReceptionState, Text>> = {
  booked: { kk: 'Жазылған', ru: 'Записан', en: 'Booked' },
  held: { kk: 'Қабылданды', ru: 'Принят', en: 'Received' },
  missed: { kk: 'Келмеді', ru: 'Не явился', en: 'Did not come' },
  cancelled: { kk: 'Азамат бас тартты', ru: 'Отменено гражданином', en: 'Cancelled by the visitor' },
  withdrawn: { kk: 'Бөлім болдырмады', ru: 'Отменено Отделом', en: 'Called off by the Department' },
}

/** What the visitor reads under the code. */
export const publicStates: Readonly<Record<ReceptionState, { title: Text; says: Text }>> = {
  booked: {
    title: { kk: 'Қабылдауға жазылдыңыз', ru: 'Вы записаны на приём', en: 'You are booked' },
    says: {
      kk: 'Жеке куәлігіңізді алып, он минут бұрын келіңіз. Келе алмасаңыз, жазылудан осында бас тартыңыз.',
      ru: 'Придите за десять минут, возьмите удостоверение личности. Если прийти не сможете, отмените запись здесь.',
      en: 'Come ten minutes early with your identity card. If you cannot come, cancel the booking here.',
    },
  },
  held: {
    title: { kk: 'Сіз қабылдандыңыз', ru: 'Вас приняли', en: 'You were received' },
    says: {
      kk: 'Айтқаныңыз қабылдау карточкасына жазылды.',
      ru: 'Сказанное Вами внесено в карточку приёма.',
      en: 'What you said is in the card of the reception.',
    },
  },
  missed: {
    title: { kk: 'Қабылдауға келмедіңіз', ru: 'Вы не пришли на приём', en: 'You did not come' },
    says: {
      kk: 'Басқа уақытқа қайта жазыла аласыз немесе жазбаша өтініш бере аласыз.',
      ru: 'Вы можете записаться снова или подать письменное обращение.',
      en: 'You may book again or hand in a written appeal.',
    },
  },
  cancelled: {
    title: { kk: 'Жазылудан бас тарттыңыз', ru: 'Вы отменили запись', en: 'You cancelled the booking' },
    says: {
      kk: 'Бұл уақыт енді бос. Қажет болса, қайта жазылыңыз.',
      ru: 'Это время теперь свободно. При необходимости запишитесь снова.',
      en: 'The hour is free again. Book anew if you need to.',
    },
  },
  withdrawn: {
    title: { kk: 'Қабылдау өтпейді', ru: 'Приём не состоится', en: 'The reception is called off' },
    says: {
      kk: 'Себебі төменде жазылған. Басқа уақытқа жазылыңыз немесе жазбаша өтініш беріңіз.',
      ru: 'Причина указана ниже. Запишитесь на другое время или подайте письменное обращение.',
      en: 'The reason stands below. Book another time or hand in a written appeal.',
    },
  },
}
