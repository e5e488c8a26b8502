// Personal reception: the calendar of the chiefs, booking on the public page, the card of each reception (clause 6.23).
import { module } from '../../kernel/module.ts'
import * as booking from './booking.ts'
import * as holding from './holding.ts'
import * as planning from './planning.ts'
import * as queries from './queries.ts'
import { hoursRecord, receptionRecord } from './record.ts'

export { bookingStatus, bookReception, cancelBooking, isBooking, listChiefs, listOpenDays } from './booking.ts'

export const reception = module({
  name: 'reception',
  title: { kk: 'Жеке қабылдау', ru: 'Личный приём', en: 'Personal reception' },
  clauses: ['6.23', '5.14', '5.16'],
  powers: {
    'reception.keep': {
      kk: 'Жеке қабылдау күнтізбесін жүргізу',
      ru: 'Вести календарь личного приёма',
      en: 'Keep the calendar of personal reception',
    },
    'reception.hold': { kk: 'Жеке қабылдау өткізу', ru: 'Проводить личный приём', en: 'Hold personal receptions' },
  },
  records: [receptionRecord, hoursRecord],
  operations: [
    booking.listChiefs,
    booking.listOpenDays,
    booking.bookReception,
    booking.isBooking,
    booking.bookingStatus,
    booking.cancelBooking,
    planning.readPlan,
    planning.setHours,
    planning.endHours,
    planning.makeException,
    planning.liftException,
    holding.takeWalkIn,
    holding.holdReception,
    holding.fulfilPromise,
    holding.makeAppeal,
    holding.missReception,
    holding.withdrawReception,
    queries.readDay,
    queries.listReceptions,
    queries.openReception,
    queries.receptionOfAppeal,
  ],
})
