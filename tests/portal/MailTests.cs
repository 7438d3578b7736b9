using System.Net;
using System.Net.Sockets;
using System.Text;
using Mentoring.Shared;
using Mentoring.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests;

public sealed class MailTests(MailTests.Own portal) : IClassFixture<MailTests.Own>
{
    public sealed class Own : PortalService;

    [Fact]
    public async Task Mail_is_a_file_with_proper_headers_and_the_row_is_gone()
    {
        var email = $"{AccountId.New()}@people.example";
        await Write(new Letter(email, "Grüße aus Zürich", "Hello Zoë,\n\nYour code: 7K2MX-Q9D4T-0VBNC-5RWEH-J8G3P\n"));
        var mail = await portal.Mail(email);
        mail.ShouldContain("MIME-Version: 1.0\r\n");
        mail.ShouldContain("From: ");
        mail.ShouldContain("no-reply@mentoring.example");
        mail.ShouldContain("Content-Type: text/plain; charset=utf-8");
        mail.ShouldContain("Content-Transfer-Encoding: 8bit");
        mail.ShouldContain("Subject: =?utf-8?B?" + Convert.ToBase64String(Encoding.UTF8.GetBytes("Grüße aus Zürich")) + "?=");
        mail.ShouldContain("Auto-Submitted: auto-generated");
        mail.ShouldMatch(@"Message-ID: <[0-9a-f-]{36}@mentoring\.example>");
        mail.ShouldMatch(@"Date: \d\d [A-Z][a-z]{2} \d{4}");
        mail.ShouldContain("Hello Zoë,\r\n\r\nYour code: 7K2MX-Q9D4T-0VBNC-5RWEH-J8G3P\r\n");
        await Eventually.Is(() => portal.Db(async db => !await db.Mails.AnyAsync()), "the row is gone");
        portal.Mails.GetDirectories().ShouldBeEmpty();
    }

    [Fact]
    public async Task Several_instances_send_each_mail_once()
    {
        var others = Enumerable.Range(0, 3).Select(_ => ActivatorUtilities.CreateInstance<SendMail>(portal.Services)).ToList();
        foreach (var other in others) await other.StartAsync(TestContext.Current.CancellationToken);
        var to = Enumerable.Range(0, 20).Select(i => $"{AccountId.New()}.{i}@people.example").ToList();
        await Task.WhenAll(to.Select(t => Write(new Letter(t, "Hello", "Hello"))));
        await Eventually.Is(() => portal.Db(async db => !await db.Mails.AnyAsync()), "all have gone");
        foreach (var other in others)
        {
            await other.StopAsync(CancellationToken.None);
            other.Dispose();
        }

        var files = portal.Mails.GetFiles("*.eml").Select(f => File.ReadAllText(f.FullName)).ToList();
        to.ShouldAllBe(t => files.Count(f => f.Contains($"To: {t}\r\n")) == 1);
    }

    [Fact]
    public async Task What_a_mail_says_is_not_readable_in_the_database()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var (db, post) = (scope.ServiceProvider.GetRequiredService<AccountsDb>(), scope.ServiceProvider.GetRequiredService<Post>());
        post.Write(new Letter("a@b.example", "Subject", "Your code: 7K2MX"), portal.Clock.GetUtcNow().AddDays(1));
        var row = db.Mails.Local.Single();
        Encoding.UTF8.GetString(row.ProtectedLetter).ShouldNotContain("7K2MX");
        post.Open(row).Text.ShouldBe("Your code: 7K2MX");
    }

    [Fact]
    public async Task Mail_goes_by_smtp_where_a_server_is_configured()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var heard = Task.Run(() => Serve(server), TestContext.Current.CancellationToken);
        var way = new MailOut(Options.Create(new MailSettings { Smtp = new() { Host = "127.0.0.1", Port = ((IPEndPoint)server.LocalEndpoint).Port, Tls = false } }), portal.Clock);
        await way.Send(Guid.CreateVersion7(), new Letter("priya@people.example", "Hello", "Your code: 7K2MX"), TestContext.Current.CancellationToken);
        var said = await heard;
        said.ShouldContain("RCPT TO:<priya@people.example>");
        said.ShouldContain("Your code: 7K2MX");
        said.ShouldContain("Message-ID: <");
    }

    private async Task Write(Letter letter)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Post>().Write(letter, portal.Clock.GetUtcNow().AddDays(1));
        await scope.ServiceProvider.GetRequiredService<AccountsDb>().SaveChangesAsync();
    }

    // As much of RFC 5321 as one mail needs.
    private static async Task<string> Serve(TcpListener server)
    {
        using var client = await server.AcceptTcpClientAsync();
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { AutoFlush = true, NewLine = "\r\n" };
        var said = new StringBuilder();
        var inData = false;
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync() is { } line)
        {
            said.AppendLine(line);
            if (inData && line != ".") continue;
            var isData = line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase);
            inData = isData;
            await writer.WriteLineAsync(isData ? "354 go on" : line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase) ? "221 bye" : "250 ok");
            if (line == ".") return said.ToString();
        }

        return said.ToString();
    }
}

public sealed class LateMailTests(LateMailTests.Own portal) : IClassFixture<LateMailTests.Own>
{
    public sealed class Own : PortalService;

    [Fact]
    public async Task Mail_that_cannot_go_waits_health_says_so_and_it_goes_once_the_way_is_open()
    {
        var email = $"{AccountId.New()}@people.example";
        portal.Mails.Delete();
        await File.WriteAllTextAsync(portal.Mails.FullName, "in the way");
        var admin = await portal.SignedIn(await portal.Member(Roles.Administrator));
        await admin.Post("/api/invitations", new { role = "caseworker", email, name = "Sam Okafor" }).ShouldBe(HttpStatusCode.Created);
        await Eventually.Is(() => portal.Db(db => db.Mails.AnyAsync(m => m.Tries == 1)), "it was tried");
        portal.Clock.Advance(TimeSpan.FromMinutes(16));
        await Eventually.Is(() => portal.Db(db => db.Mails.AnyAsync(m => m.Tries == 2)), "it was tried again");
        var health = await portal.AsNobody().Get("/health/ready");
        (await health.Content.ReadAsStringAsync()).ShouldContain("1 mails have waited");
        File.Delete(portal.Mails.FullName);
        portal.Mails.Create();
        portal.Clock.Advance(TimeSpan.FromMinutes(5));
        (await portal.Code(email)).Length.ShouldBe(29);
        portal.Log.Lines.ShouldNotContain(l => l.Contains(email, StringComparison.OrdinalIgnoreCase));
    }
}
