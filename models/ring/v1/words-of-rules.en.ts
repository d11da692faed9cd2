import type { ProductWords } from '../../product/words.ts'

/** Why something cannot be made. */
export const ruleWords: ProductWords = {
  'rule.options_unreadable': 'These options cannot be read.',
  'rule.option_unknown': 'There is no option “{given}” on this product.',
  'rule.option_out_of_range':
    '{option} cannot be {given}.[ It goes from {min} to {max}, in steps of {step}.][ At most {maxLength} letters fit.]',
  'rule.shank_too_thin': 'A band of {thickness} mm bends in {alloy~}. It needs {least} mm.',
  'rule.cannot_be_blackened': '{alloy} does not take black evenly.',
  'rule.face_and_stones': 'A ring has a face or stones along its top, not both.',
  'rule.face_too_wide': 'A face {across} mm across stands off this finger and catches. It may have {most} mm.',
  'rule.face_too_small': 'A face {along} mm long is lost on this band. It needs {least} mm.',
  'rule.monogram_without_face': 'Letters need a face to stand on.',
  'rule.monogram_letter_missing': 'A monogram has capitals, figures, & and +, but no “{letter}”.',
  'rule.monogram_too_small': 'The letters would be {height} mm high. Cast letters need {least} mm.',
  'rule.stone_too_deep': 'This stone would come through a band of {thickness} mm. It needs {least} mm.',
  'rule.stone_too_wide': 'A band of {width} mm has no edge left beside this stone. It needs {least} mm.',
  'rule.silver_too_soft': 'Silver does not hold stones of {diameter} mm. They need {least} mm.',
  'rule.no_stones_in_bronze': 'Stones are not set in bronze: it turns green under them.',
  'rule.stones_too_far_round': 'These stones go {span} mm round. They may go {most} mm.',
  'rule.inscription_letter_missing': 'The engraving font has no “{letter}”.',
  'rule.band_too_narrow_to_write': 'Inside a band of {width} mm nothing can be written. It needs {least} mm.',
  'rule.inscription_too_long': 'The inscription is {length} mm long. Inside there is room for {room} mm.',
}

/** What to change instead. */
export const fixWords: ProductWords = {
  'fix.circumference': 'Make it {value} round inside',
  'fix.profile': 'Choose the profile: {value~}',
  'fix.width': 'Make the band {value} wide',
  'fix.thickness': 'Choose the thickness: {value~}',
  'fix.alloy': 'Choose {value~}',
  'fix.finish': 'Have it {value~}',
  'fix.face': 'Choose the face: {value~}',
  'fix.faceSize': 'Make the face {value} long',
  'fix.monogram': 'Cut in “{value}”',
  'fix.monogram.none': 'Leave out the monogram',
  'fix.setting': 'Choose the stones: {value~}',
  'fix.stone': 'Choose {value~}',
  'fix.stoneSize': 'Choose stones of {value}',
  'fix.inscription': 'Write “{value}”',
  'fix.inscription.none': 'Leave out the inscription',
}

/** What a maker looks at. */
export const checkWords: ProductWords = {
  'check.size': 'EU {eu} · US {us} · UK {uk} · Japan {jp}, {diameter} mm across inside',
  'check.size.failed': 'This size cannot be made',
  'check.weight': 'Weighs {finished} g finished, {cast} g as cast',
  'check.weight.failed': 'The weight cannot be told',
  'check.band': 'A band of {thickness} mm keeps its shape',
  'check.band.failed': 'The band would bend',
  'check.finish': 'Can be {finish~}',
  'check.finish.failed': 'The metal does not take this finish',
  'check.face': 'The face, {across} × {along} mm, suits finger and band',
  'check.face.failed': 'The face does not suit finger or band',
  'check.monogram': 'Letters {height} mm high can be cast',
  'check.monogram.failed': 'The monogram cannot be cast',
  'check.stones': '{count|stone|stones} of {diameter} mm sit in metal all round',
  'check.stones.failed': 'The stones would not hold',
  'check.inscription': 'The inscription fits inside',
  'check.inscription.failed': 'The inscription does not fit',
}
