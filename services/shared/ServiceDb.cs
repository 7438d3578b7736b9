using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Mentoring.Shared.Messaging;

namespace Mentoring.Shared;

/// <summary>
/// The base of each service's database: its outbox, receipts, idempotency keys and log of leads' readings, the mapping of
/// ids, and snake_case names.
/// </summary>
/// <param name="options">EF Core's options.</param>
public abstract class ServiceDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>Facts not yet confirmed by the broker.</summary>
    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    /// <summary>The young person whose record this request reads or changes, for the audit trail; null where there is none.</summary>
    public MenteeId? About { get; set; }

    /// <summary>Writes a fact from <c>Mentoring.Contracts</c> to the outbox; it goes out once this context's changes are committed.</summary>
    /// <exception cref="InvalidOperationException">It is no fact, or another service's to tell.</exception>
    public void Tell(object fact)
    {
        Outbox.Add(OutboxRow.Of(fact, Service?.Value));
        ToldSomething = true;
    }

    /// <summary>Whether this context has told a fact, so that the postman is to be woken after the commit.</summary>
    internal bool ToldSomething { get; private set; }

    // Null for a context that was made by hand, as in tools.
    private ServiceName? Service => this.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider?.GetService<ServiceName>();

    /// <inheritdoc/>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        foreach (var aggregate in ChangeTracker.Entries<Aggregate>().ToArray())
            foreach (var fact in aggregate.Entity.TakeTold())
                Tell(fact);
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save asynchronously: a blocked thread is a request that waits.");

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        foreach (var id in typeof(MentorId).Assembly.GetTypes().Concat(GetType().Assembly.GetTypes()).Where(IdJson.IsId))
            configurationBuilder.Properties(id).HaveConversion(typeof(IdColumn<>).MakeGenericType(id));
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        OutboxRow.Map(modelBuilder);
        Receipt.Map(modelBuilder);
        IdempotencyKey.Map(modelBuilder);
        LeadReading.Map(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(GetType().Assembly);

        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            if (typeof(Aggregate).IsAssignableFrom(entity.ClrType))
            {
                modelBuilder.Entity(entity.ClrType).Ignore(nameof(Aggregate.Told));
                modelBuilder.Entity(entity.ClrType).Property(nameof(Aggregate.Version)).IsRowVersion().HasColumnName("xmin");
            }

            UseSnakeCase(entity);
        }
    }

    private static void UseSnakeCase(IMutableEntityType entity)
    {
        if (entity.IsMappedToJson()) return;
        if (entity.GetTableName() is { } table) entity.SetTableName(Snake(table));
        foreach (var property in entity.GetProperties().Where(p => p.GetColumnName() != "xmin"))
            property.SetColumnName(Snake(property.GetColumnName()));
        foreach (var key in entity.GetKeys().Where(k => k.GetName() is not null)) key.SetName(Snake(key.GetName()!));
        foreach (var foreign in entity.GetForeignKeys().Where(f => f.GetConstraintName() is not null)) foreign.SetConstraintName(Snake(foreign.GetConstraintName()!));
        foreach (var index in entity.GetIndexes().Where(i => i.GetDatabaseName() is not null)) index.SetDatabaseName(Snake(index.GetDatabaseName()!));
    }

    private static string Snake(string name)
    {
        var snake = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_' && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
                snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }

        return snake.ToString();
    }
}
