namespace Mentoring.Matching.Engine;

/// <summary>Brings the smallest numbers of a list to its front, in no order: the cheap half of sorting.</summary>
internal static class Selection
{
    /// <summary>Afterwards the first <paramref name="count"/> are the smallest. Expects numbers that are all different.</summary>
    public static void BestFirst(Span<ulong> list, int count)
    {
        while (list.Length > count && list.Length > 1)
        {
            var pivot = Middle(list[0], list[list.Length / 2], list[^1]);
            int left = 0, right = list.Length - 1;
            while (left <= right)
            {
                while (list[left] < pivot) left++;
                while (list[right] > pivot) right--;
                if (left > right) break;
                (list[left], list[right]) = (list[right], list[left]);
                left++;
                right--;
            }

            // Now all up to `right` are at most the pivot and all from `left` are at least the pivot.
            if (count <= right)
            {
                list = list[..(right + 1)];
            }
            else if (count < left)
            {
                return;
            }
            else
            {
                list = list[left..];
                count -= left;
            }
        }
    }

    private static ulong Middle(ulong a, ulong b, ulong c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
