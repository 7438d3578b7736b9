using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>One element of the Data Protection key ring.</summary>
public sealed class KeyRingElement
{
    /// <summary>The order of writing.</summary>
    public int Id { get; private set; }

    /// <summary>The name the framework gave it.</summary>
    public required string Name { get; init; }

    /// <summary>The element, as XML.</summary>
    public required string Xml { get; init; }
}

/// <summary>
/// Keeps the Data Protection key ring in the portal's database, so that every instance can read what another protected and
/// a restored database brings its keys along.
/// </summary>
/// <param name="scopes">For a context of its own: keys outlive requests and their transactions.</param>
public sealed class KeyRing(IServiceScopeFactory scopes) : IXmlRepository
{
    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetRequiredService<AccountsDb>().Set<KeyRingElement>().AsNoTracking().OrderBy(e => e.Id).Select(e => e.Xml).ToList().Select(XElement.Parse)];
    }

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var xml = element.ToString(SaveOptions.DisableFormatting);
        scope.ServiceProvider.GetRequiredService<AccountsDb>().Database.ExecuteSql($"insert into key_ring (name, xml) values ({friendlyName}, {xml})");
    }
}
