// The key pages, by who looks at them. A path with " > " is followed: the first link of that kind on the page before it.
// Those with a picture are shown in docs/pages.md, with these words.
const id = '*';

export const pages = [
  { who: 'nobody', path: '/', picture: 'start', words: 'What strangers see first: what the programme is, and who it is for.' },
  { who: 'nobody', path: '/for-mentors' },
  { who: 'nobody', path: '/sign-in' },

  { who: 'coordinator', path: '/partner', picture: 'partner', words: 'A partner’s coordinator: people by stage, what waits on whom, and hours given.' },
  { who: 'coordinator', path: '/partner/people' },
  { who: 'coordinator', path: `/partner/people > /partner/people/${id}` },
  { who: 'coordinator', path: '/steering' },
  { who: 'coordinator', path: `/steering > /steering/${id}` },

  { who: 'mentor', path: '/mentor', picture: 'mentor', words: 'A mentor: the next session, the people they walk with, and nothing that is not theirs to see.' },
  { who: 'mentor', path: '/mentor/availability', picture: 'mentor-availability', words: 'When a mentor is free, by week, with exceptions.' },
  { who: 'mentor', path: '/mentor/matches' },
  { who: 'mentor', path: '/mentor/sessions' },

  { who: 'caseworker', path: '/work', picture: 'caseworker', words: 'A caseworker’s day: what needs them today, and nothing else.' },
  { who: 'caseworker', path: '/work/mentees' },
  { who: 'caseworker', path: `/work/mentees > /work/mentees/${id}`, picture: 'caseworker-young-person', words: 'One page for a young person: summary, parts and what happened, by whom and why.' },
  { who: 'caseworker', path: `/work/mentees > /work/mentees/${id} of Theo > /work/mentees/${id}/suggestions`, picture: 'caseworker-suggestions', words: 'Suggested mentors side by side, with every reason and every why-not.' },
  { who: 'caseworker', path: `/work/mentees > /work/mentees/${id} of Theo > /work/mentees/${id}/suggestions > /work/mentees/${id}/suggestions/others` },
  { who: 'caseworker', path: '/work/who-waits' },
  { who: 'caseworker', path: '/work/mentors' },
  { who: 'caseworker', path: `/work/mentors > /work/mentors/${id}` },
  { who: 'caseworker', path: '/work/matches' },
  { who: 'caseworker', path: `/work/matches > /work/matches/${id}` },
  { who: 'caseworker', path: '/work/check-ins' },
  { who: 'caseworker', path: '/work/meetings' },
  { who: 'caseworker', path: '/programme' },

  { who: 'mentee', path: '/me', picture: 'young-person', words: 'A young person’s home: one next thing to do.' },
  { who: 'mentee', path: '/me/about' },
  { who: 'mentee', path: '/me/mentor' },
  { who: 'mentee', path: '/me/sessions' },
  { who: 'mentee', path: '/me/sessions/book', picture: 'young-person-booking', words: 'Booking a session in three taps.' },
  { who: 'mentee', path: '/me/reflections' },
  { who: 'mentee', path: '/me/goals', picture: 'young-person-goals', words: 'Goals in their own words, with how it has been going.' },

  { who: 'lead', path: '/safeguarding' },
  { who: 'administrator', path: '/admin' },
  { who: 'administrator', path: '/admin/accounts' },
  { who: 'administrator', path: '/admin/policy' },
  { who: 'administrator', path: `/admin/policy > /admin/policy/drafts/${id}` },
  { who: 'administrator', path: '/admin/policy/members' },
];
