/** Text that nobody sane writes, and that ends up in labels and quotations all the same. */
export const HOSTILE = {
  label: '<img src=x onerror=alert(1)>\u202eKOLB\u2066',
  longLabel: 'Rindfleischetikettierungsüberwachungsaufgabenübertragungs',
  quote: `</blockquote><script>document.title='owned'</script> {label} $1 & "quoted" \u202e!desrever`,
  longQuote: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft '.repeat(6),
  arabic: 'الأستاذة أ. ك.',
  zalgo: 'Z̷̨̛͖͙͓a̵͙̠̓l̶̰̎g̸͇͑o̵̠̓ e͓̽r̸̈́r̷͝ŏ̶r',
} as const;
