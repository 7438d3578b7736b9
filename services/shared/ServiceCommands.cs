using Microsoft.EntityFrameworkCore;

namespace Mentoring.Shared;

/// <summary>The commands of a service: serve (the default), and <c>migrate</c>.</summary>
public static class ServiceCommands
{
    /// <summary>Runs the command in <paramref name="args"/> and returns the exit code.</summary>
    public static async Task<int> RunServiceAsync(this WebApplication app, string[] args)
    {
        switch (args.FirstOrDefault(a => !a.StartsWith('-')))
        {
            case "migrate":
                await using (var scope = app.Services.CreateAsyncScope())
                    await scope.ServiceProvider.GetRequiredService<ServiceDb>().Database.MigrateAsync();
                return 0;
            default:
                await using (var scope = app.Services.CreateAsyncScope())
                {
                    var pending = await scope.ServiceProvider.GetRequiredService<ServiceDb>().Database.GetPendingMigrationsAsync();
                    if (pending.Any())
                    {
                        await Console.Error.WriteLineAsync($"The database is older than this program ({string.Join(", ", pending)} not applied). Run the migrate command first.");
                        return 3;
                    }
                }

                await app.RunAsync();
                return 0;
        }
    }
}
