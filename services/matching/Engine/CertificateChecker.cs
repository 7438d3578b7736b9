namespace Mentoring.Matching.Engine;

/// <summary>
/// Verifies a plan by its certificate, pair by pair, without trusting whoever made them. Knows nothing of how plans are found:
/// it reads the instance, the wishes, the plan and the certificate, and finds every claim that is not true.
/// </summary>
public static class CertificateChecker
{
    /// <summary>Verifies that a plan is possible, keeps the wishes, and is one of the best.</summary>
    /// <returns>What is wrong, in sentences; empty when everything is as claimed.</returns>
    public static IReadOnlyList<string> Check(Pairs pairs, Wishes? wishes, Plan plan, Certificate certificate)
    {
        var check = new Checking(pairs, wishes ?? Wishes.None, plan, certificate);
        check.Everything();
        return check.Faults;
    }

    private sealed class Checking(Pairs pairs, Wishes wishes, Plan plan, Certificate certificate)
    {
        private readonly HashSet<Pin> _pins = [.. wishes.Pins];
        private readonly HashSet<Pin> _bans = [.. wishes.Bans];
        private readonly int[] _places = pairs.Places.ToArray(); // what pins leave
        private readonly int[] _limits = [.. wishes.PartnerLimits ?? []];
        private readonly bool[] _isPinned = new bool[pairs.Mentees];
        private int _count; // of matches that are not pins
        private long _total;
        private int _worst = int.MaxValue;

        public List<string> Faults { get; } = [];

        public void Everything()
        {
            TakePins();
            PlanIsPossible();
            if (Faults.Count > 0) return;
            if (!SizesFit()) return;
            CountCannotBeMore();
            TotalCannotBeMore();
            if (wishes.RaiseTheWorst && _count > 0) WorstCannotBeMore();
        }

        private void Fault(string sentence) => Faults.Add(sentence);

        private int PartnerOf(int mentor) => pairs.PartnerOf(mentor) is var partner && partner < _limits.Length ? partner : -1;

        private void TakePins()
        {
            foreach (var (mentee, mentor) in _pins)
            {
                _isPinned[mentee] = true;
                _places[mentor]--;
                if (PartnerOf(mentor) is var partner and >= 0) _limits[partner]--;
                if (plan.MentorOf[mentee] != mentor) Fault($"Mentee {mentee} is pinned to mentor {mentor} and matched with {plan.MentorOf[mentee]}.");
            }
        }

        private void PlanIsPossible()
        {
            if (plan.MentorOf.Length != pairs.Mentees)
            {
                Fault("The plan is of another number of mentees.");
                return;
            }

            int[] taken = new int[pairs.Mentors], takenOfPartner = new int[_limits.Length];
            int[] mentors = new int[pairs.Mentors], scores = new int[pairs.Mentors];
            var (count, total) = (0, 0L);
            for (var mentee = 0; mentee < pairs.Mentees; mentee++)
            {
                var mentor = plan.MentorOf[mentee];
                if (mentor < 0) continue;
                var at = mentors.AsSpan(0, pairs.Row(mentee, mentors, scores)).BinarySearch(mentor);
                if (at < 0 || _bans.Contains(new(mentee, mentor)))
                {
                    Fault($"Mentee {mentee} cannot be matched with mentor {mentor}.");
                    continue;
                }

                count++;
                total += scores[at];
                if (_isPinned[mentee]) continue;
                _count++;
                _total += scores[at];
                _worst = Math.Min(_worst, scores[at]);
                taken[mentor]++;
                if (PartnerOf(mentor) is var partner and >= 0) takenOfPartner[partner]++;
            }

            for (var mentor = 0; mentor < taken.Length; mentor++)
            {
                if (taken[mentor] > _places[mentor]) Fault($"Mentor {mentor} has more mentees than places.");
            }

            for (var partner = 0; partner < _limits.Length; partner++)
            {
                if (takenOfPartner[partner] > _limits[partner]) Fault($"Partner {partner} has more matches than its limit.");
            }

            if (count != plan.Count) Fault($"The plan has {count} matches and says {plan.Count}.");
            if (total != plan.Total) Fault($"The plan has a total of {total} and says {plan.Total}.");
        }

        private bool SizesFit()
        {
            var fits = certificate.CompetingMentees.Count == pairs.Mentees && certificate.MenteePrices.Count == pairs.Mentees
                && certificate.ScarceMentors.Count == pairs.Mentors && certificate.MentorPrices.Count == pairs.Mentors
                && certificate.ScarcePartners.Count == _limits.Length && certificate.PartnerPrices.Count == _limits.Length;
            if (!fits) Fault("The certificate is of another size than the instance.");
            return fits;
        }

        private void CountCannotBeMore()
        {
            var bound = Bound(certificate.CompetingMentees, certificate.ScarceMentors, certificate.ScarcePartners);
            if (bound != _count) Fault($"The plan has {_count} matches besides pins, but only {bound} is proved to be the most.");
        }

        /// <summary>How many matches a cover allows at the most.</summary>
        private Int128 Bound(IReadOnlyList<bool> competing, IReadOnlyList<bool> scarce, IReadOnlyList<bool> scarcePartners)
        {
            Int128 bound = 0;
            for (var mentee = 0; mentee < competing.Count; mentee++) bound += competing[mentee] || _isPinned[mentee] ? 0 : 1;
            for (var mentor = 0; mentor < scarce.Count; mentor++) bound += scarce[mentor] ? _places[mentor] : 0;
            for (var partner = 0; partner < scarcePartners.Count; partner++) bound += scarcePartners[partner] ? _limits[partner] : 0;
            return bound;
        }

        private void TotalCannotBeMore()
        {
            Int128 sum = 0;
            for (var mentee = 0; mentee < pairs.Mentees; mentee++)
            {
                if (_isPinned[mentee]) continue;
                sum += certificate.MenteePrices[mentee];
                if (certificate.CompetingMentees[mentee] && certificate.MenteePrices[mentee] < 0) Fault($"Mentee {mentee} may stay without and has a price below 0.");
            }

            for (var mentor = 0; mentor < pairs.Mentors; mentor++)
            {
                sum += (Int128)_places[mentor] * certificate.MentorPrices[mentor];
                if (!certificate.ScarceMentors[mentor] && certificate.MentorPrices[mentor] < 0) Fault($"Mentor {mentor} is not scarce and has a price below 0.");
            }

            for (var partner = 0; partner < _limits.Length; partner++)
            {
                sum += (Int128)_limits[partner] * certificate.PartnerPrices[partner];
                if (!certificate.ScarcePartners[partner] && certificate.PartnerPrices[partner] < 0) Fault($"Partner {partner} is not scarce and has a price below 0.");
            }

            if (sum != _total) Fault($"The plan has a total of {_total} besides pins, but only {sum} is proved to be the most.");
            var floor = wishes.RaiseTheWorst && _count > 0 ? _worst : int.MinValue;
            EachPair(floor, PricesReach);
        }

        /// <summary>
        /// A pair that is covered twice is in no plan with as many matches as can be, because it would use up two of the cover's places
        /// for one match. All others must not score more than their prices.
        /// </summary>
        private void PricesReach(int mentee, int mentor, int score)
        {
            var partner = PartnerOf(mentor);
            var covers = (certificate.CompetingMentees[mentee] ? 0 : 1) + (certificate.ScarceMentors[mentor] ? 1 : 0);
            Int128 prices = (Int128)certificate.MenteePrices[mentee] + certificate.MentorPrices[mentor];
            if (partner >= 0)
            {
                covers += certificate.ScarcePartners[partner] ? 1 : 0;
                prices += certificate.PartnerPrices[partner];
            }

            if (covers == 0) Fault($"Mentee {mentee} competes and could be matched with mentor {mentor}, who is not scarce.");
            if (covers == 1 && prices < score) Fault($"Mentee {mentee} and mentor {mentor} score {score}, more than their prices of {prices}.");
        }

        private void WorstCannotBeMore()
        {
            if (certificate.Floor is not { } proof)
            {
                Fault("There is no proof that the worst match cannot be raised.");
                return;
            }

            var bound = Bound(proof.CompetingMentees, proof.ScarceMentors, proof.ScarcePartners);
            if (bound >= _count) Fault($"It is not proved that fewer than {_count} could be matched above the worst score {_worst}.");
            if (_worst == int.MaxValue) return;
            EachPair(_worst + 1, (mentee, mentor, score) =>
            {
                var isCovered = !proof.CompetingMentees[mentee] || proof.ScarceMentors[mentor] || (PartnerOf(mentor) is var partner and >= 0 && proof.ScarcePartners[partner]);
                if (!isCovered) Fault($"Mentee {mentee} and mentor {mentor} score {score}, above the worst match, and are not covered.");
            });
        }

        /// <summary>Every pair of the instance that wishes and floor leave possible.</summary>
        private void EachPair(int floor, Action<int, int, int> look)
        {
            int[] mentors = new int[pairs.Mentors], scores = new int[pairs.Mentors];
            for (var mentee = 0; mentee < pairs.Mentees && Faults.Count < 100; mentee++)
            {
                if (_isPinned[mentee]) continue;
                var count = pairs.Row(mentee, mentors, scores);
                for (var at = 0; at < count; at++)
                {
                    if (scores[at] >= floor && (_bans.Count == 0 || !_bans.Contains(new(mentee, mentors[at])))) look(mentee, mentors[at], scores[at]);
                }
            }
        }
    }
}
