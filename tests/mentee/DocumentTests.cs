using System.Text.Json;

namespace Mentoring.Mentees.Tests;

public sealed class DocumentTests(MenteeService service)
{
    [Fact]
    public async Task The_OpenAPI_document_describes_every_operation()
    {
        var document = await service.AsNobody().Get<JsonElement>("/openapi/v1.json");

        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(o => (Name: $"{o.Name} {p.Name}", o.Value))).ToList();
        operations.Count.ShouldBeGreaterThanOrEqualTo(29);
        operations.Where(o => !o.Value.TryGetProperty("summary", out _)).Select(o => o.Name).ShouldBeEmpty();
    }
}
