using System.Diagnostics;
using System.Text.Json;
using Mentoring.Shared;
using Shouldly;

namespace Mentoring.Sessions.Tests.Calendars;

/// <summary>An event as a real calendar has it after reading some files.</summary>
public sealed record CalendarEvent(string Uid, int Sequence, string Method, string Status, DateTimeOffset Start, DateTimeOffset End, string Summary, string Description, string Location);

/// <summary>What a calendar has, and what it reads from the zones of the files: the offset before and after each change of the clocks.</summary>
public sealed record CalendarSeen(IReadOnlyList<CalendarEvent> Events, IReadOnlyList<IReadOnlyList<string>> Zones);

/// <summary>Two calendar libraries that people's calendars are built with: python3-icalendar and ical.js.</summary>
public static class RealCalendars
{
    public const string Python = "python3-icalendar";

    public const string JavaScript = "ical.js";

    private static readonly string Folder = Path.Combine(typeof(RealCalendars).Assembly.GetCustomAttributes(typeof(System.Reflection.AssemblyMetadataAttribute), false)
        .Cast<System.Reflection.AssemblyMetadataAttribute>().Single(a => a.Key == "CalendarScripts").Value!);

    // Debian's own, where its packages are; another python may be first on the path.
    private static readonly string PythonProgram = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    /// <summary>Reads files in their order, as a calendar that keeps the newest of each event.</summary>
    public static async Task<CalendarSeen> Read(string library, params string[] files)
    {
        if (library == Python && !await HasPython())
            Xunit.Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", "The Debian package python3-icalendar is not installed.");
        var folder = Directory.CreateTempSubdirectory("mentoring-calendars-");
        try
        {
            var paths = files.Select((text, i) => Path.Combine(folder.FullName, $"{i}.ics")).ToArray();
            foreach (var (path, text) in paths.Zip(files)) await File.WriteAllTextAsync(path, text);
            var (code, output, errors) = library == Python
                ? await Run(PythonProgram, [Path.Combine(Folder, "read.py"), .. paths])
                : await Run("node", [Path.Combine(Folder, "read.mjs"), .. paths]);
            code.ShouldBe(0, errors);
            return JsonSerializer.Deserialize<CalendarSeen>(output, JsonRules.Facts)!;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> HasPython() => (await Run(PythonProgram, ["-c", "import icalendar"])).Code == 0;

    private static async Task<(int Code, string Output, string Errors)> Run(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
