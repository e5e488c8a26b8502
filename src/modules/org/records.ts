// The kinds of record of this room, as the kernel finds, locks and names them.
import { record } from '../../kernel/record.ts'
import { descriptionLife, staffingLife } from './lifecycle.ts'
import { findAbsence, findActing, findAppointment, findEmployee, type Absence, type Employee, type Term } from './people/store.ts'
import { postTitles } from './posts.ts'
import { findDescription, findStaffing, type Description, type Staffing } from './staffing/store.ts'

export const employeeRecord = record<Employee>({
  name: 'employee',
  table: 'employees',
  title: { kk: 'Қызметкер', ru: 'Работник', en: 'Employee' },
  find: findEmployee,
  caption: ({ name }) => name.kk,
  page: (id) => `/people/${id}`,
})

export const appointmentRecord = record<Term>({
  name: 'appointment',
  table: 'appointments',
  title: { kk: 'Лауазымға тағайындау', ru: 'Назначение на должность', en: 'Appointment to a post' },
  find: findAppointment,
  caption: ({ employee, code }) => `${employee.kk}, ${postTitles[code].kk}`,
})

export const actingRecord = record<Term>({
  name: 'acting',
  table: 'actings',
  title: { kk: 'Міндетін уақытша атқару', ru: 'Временное исполнение обязанностей', en: 'Acting appointment' },
  find: findActing,
  caption: ({ employee, code }) => `${employee.kk}, ${postTitles[code].kk}`,
})

export const absenceRecord = record<Absence>({
  name: 'absence',
  table: 'absences',
  title: { kk: 'Жұмыста болмау', ru: 'Отсутствие', en: 'Absence' },
  find: findAbsence,
  caption: ({ fromOn, untilOn }) => `${fromOn}, ${untilOn}`,
})

export const staffingRecord = record<Staffing, 'approve' | 'return'>({
  name: 'staffing',
  table: 'staffings',
  title: { kk: 'Штат кестесі', ru: 'Штатное расписание', en: 'Staffing table' },
  life: staffingLife,
  find: findStaffing,
  caption: ({ fromOn }) => fromOn,
  page: (id) => `/staffing/${id}`,
})

export const descriptionRecord = record<Description, 'approve' | 'return'>({
  name: 'description',
  table: 'descriptions',
  title: { kk: 'Лауазымдық нұсқаулық', ru: 'Должностная инструкция', en: 'Job description' },
  life: descriptionLife,
  find: findDescription,
  caption: ({ postCode, fromOn }) => `${postTitles[postCode].kk}, ${fromOn}`,
  page: () => '/descriptions',
})
