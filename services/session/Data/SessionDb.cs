using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>The session service's own database.</summary>
/// <param name="options">EF Core's options.</param>
public sealed class SessionDb(DbContextOptions<SessionDb> options) : ServiceDb(options);
