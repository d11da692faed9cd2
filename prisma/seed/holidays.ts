import type { Calendar } from '#models/planning/calendar.ts'

type Closures = Calendar['closures']

/** Closed dates, both inclusive. */
function closed(reason: string, from: string, to = from): Closures[number] {
  return { from, to, reason }
}

/**
 * China, November 2026 to January 2028. Days off by the Regulation on Public Holidays (2025), with the bridges usually taken; Spring Festival
 * (6 February 2027, 26 January 2028) closes workshops for two to three weeks, which each sets itself.
 */
export function chinaHolidays(springFrom: string, springTo: string): Closures {
  return [
    closed('new_year', '2027-01-01', '2027-01-02'),
    closed('spring_festival', springFrom, springTo),
    closed('qingming', '2027-04-04', '2027-04-05'),
    closed('labour_day', '2027-05-01', '2027-05-05'),
    closed('dragon_boat', '2027-06-09'),
    closed('mid_autumn', '2027-09-15'),
    closed('national_day', '2027-10-01', '2027-10-07'),
    closed('spring_festival', '2028-01-20', '2028-02-09'),
  ]
}

/** Italy, November 2026 to January 2028: national holidays (law 260/1949), the Christmas closure to Epiphany, and August, which each workshop sets. */
export function italyHolidays(augustFrom: string, augustTo: string): Closures {
  return [
    closed('immaculate_conception', '2026-12-07', '2026-12-08'),
    closed('christmas', '2026-12-24', '2027-01-06'),
    closed('easter_monday', '2027-03-29'),
    closed('liberation_day', '2027-04-25'),
    closed('labour_day', '2027-05-01'),
    closed('republic_day', '2027-06-02'),
    closed('august', augustFrom, augustTo),
    closed('all_saints', '2027-11-01'),
    closed('immaculate_conception', '2027-12-08'),
    closed('christmas', '2027-12-24', '2028-01-06'),
  ]
}

/**
 * Brazil with Rio Grande do Sul, November 2026 to January 2028: national holidays (laws 662/1949, 6.802/1980, 14.759/2023), carnival and Corpus
 * Christi as taken, the Farroupilha of 20 September, and the collective holidays over the turn of the year, which each workshop sets.
 */
export function brazilHolidays(yearEndFrom: string, yearEndTo: string): Closures {
  return [
    closed('collective_holidays', yearEndFrom, yearEndTo),
    closed('carnival', '2027-02-08', '2027-02-09'),
    closed('good_friday', '2027-03-26'),
    closed('tiradentes', '2027-04-21'),
    closed('labour_day', '2027-05-01'),
    closed('corpus_christi', '2027-05-27'),
    closed('independence', '2027-09-07'),
    closed('farroupilha', '2027-09-20'),
    closed('our_lady_aparecida', '2027-10-12'),
    closed('all_souls', '2027-11-02'),
    closed('republic_day', '2027-11-15'),
    closed('black_consciousness', '2027-11-20'),
    closed('collective_holidays', '2027-12-20', '2028-01-09'),
  ]
}

/** Portugal, November 2026 to January 2028: national holidays (Código do Trabalho, art. 234), the turn of the year, and August, which each pottery sets. */
export function portugalHolidays(augustFrom: string, augustTo: string): Closures {
  return [
    closed('restoration', '2026-12-01'),
    closed('immaculate_conception', '2026-12-08'),
    closed('christmas', '2026-12-24', '2027-01-03'),
    closed('good_friday', '2027-03-26'),
    closed('labour_day', '2027-05-01'),
    closed('corpus_christi', '2027-05-27'),
    closed('portugal_day', '2027-06-10'),
    closed('august', augustFrom, augustTo),
    closed('republic_day', '2027-10-05'),
    closed('all_saints', '2027-11-01'),
    closed('restoration', '2027-12-01'),
    closed('immaculate_conception', '2027-12-08'),
    closed('christmas', '2027-12-24', '2028-01-02'),
  ]
}

/** England, November 2026 to January 2028: bank holidays, Christmas to New Year, and the Potters' fortnight, which each pottery sets. */
export function englandHolidays(pottersFrom: string, pottersTo: string): Closures {
  return [
    closed('christmas', '2026-12-24', '2027-01-03'),
    closed('good_friday', '2027-03-26'),
    closed('easter_monday', '2027-03-29'),
    closed('early_may', '2027-05-03'),
    closed('spring_bank', '2027-05-31'),
    closed('potters', pottersFrom, pottersTo),
    closed('summer_bank', '2027-08-30'),
    closed('christmas', '2027-12-24', '2028-01-03'),
  ]
}
