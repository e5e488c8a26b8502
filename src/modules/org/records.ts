// The kinds of record of this room, as the kernel finds, locks and names them.
import { record } from '../../kernel/record.ts'
import { findEmployee, type Employee } from './people/store.ts'
import { findAbsence, findActing, findAppointment, type Absence, type Term } from './people/terms-store.ts'
import { postTitles } from '../structure/index.ts'

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
