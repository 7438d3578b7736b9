namespace Mentoring.Demo;

/// <summary>A progress bar on a terminal, a line per stage elsewhere.</summary>
/// <param name="steps">How many steps there are.</param>
internal sealed class Progress(int steps)
{
    private const int Width = 30;
    private int done;

    /// <summary>Does one step and shows it.</summary>
    public async Task<T> Step<T>(string what, Func<Task<T>> work)
    {
        Show(what);
        var result = await work();
        done++;
        if (done == steps) End();
        return result;
    }

    /// <summary>Does one step and shows it.</summary>
    public Task Step(string what, Func<Task> work) => Step(what, async () =>
    {
        await work();
        return true;
    });

    private void Show(string what)
    {
        if (Console.IsErrorRedirected)
        {
            Console.Error.WriteLine($"  {done + 1}/{steps} {what}");
            return;
        }

        var filled = Width * done / steps;
        Console.Error.Write($"\r  [{new string('#', filled)}{new string('.', Width - filled)}] {what,-40}");
    }

    private static void End()
    {
        if (!Console.IsErrorRedirected) Console.Error.WriteLine($"\r  [{new string('#', Width)}] {"done",-40}");
    }
}
