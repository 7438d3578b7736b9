using System.Text.Json;
using Mentoring.Shared;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching;

/// <summary>Records that are always replaced as a whole, kept in a jsonb column.</summary>
internal static class JsonColumn
{
    /// <summary>Keeps a record as jsonb. Read tolerantly, so that an older row stays readable when a record gains a member.</summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property) => property
        .HasColumnType("jsonb")
        .HasConversion(value => JsonSerializer.Serialize(value, JsonRules.Facts), json => JsonSerializer.Deserialize<T>(json, JsonRules.Facts)!);
}
