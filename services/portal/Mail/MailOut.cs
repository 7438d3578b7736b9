using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Microsoft.Extensions.Options;

namespace Mentoring.Portal;

/// <summary>Where mail goes; settings under <c>Mail</c>. With <c>Mail:Smtp:Host</c> by SMTP, else as <c>.eml</c> files into <c>Mail:Folder</c>.</summary>
public sealed class MailSettings : IValidatableObject
{
    /// <summary>Who it is from.</summary>
    public string From { get; set; } = "Mentoring <no-reply@mentoring.example>";

    /// <summary>A folder for <c>.eml</c> files; made when it is not there.</summary>
    public string? Folder { get; set; }

    /// <summary>A mail server.</summary>
    public SmtpSettings Smtp { get; set; } = new();

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrWhiteSpace(Smtp.Host) && string.IsNullOrWhiteSpace(Folder)) yield return new("Set Mail:Smtp:Host to a mail server, or Mail:Folder to a folder for .eml files.");
        if (!MailAddress.TryCreate(From, out _)) yield return new("Mail:From is not an address such as Mentoring <no-reply@example.org>.");
    }
}

/// <summary>A mail server.</summary>
public sealed class SmtpSettings
{
    /// <summary>Its name.</summary>
    public string? Host { get; set; }

    /// <summary>Its port; 587 when left out.</summary>
    public int Port { get; set; } = 587;

    /// <summary>The user, where it asks for one.</summary>
    public string? User { get; set; }

    /// <summary>The password.</summary>
    public string? Password { get; set; }

    /// <summary>Whether to insist on STARTTLS; true when left out.</summary>
    public bool Tls { get; set; } = true;
}

/// <summary>Takes one mail out of the house.</summary>
/// <param name="settings">Where to.</param>
/// <param name="clock">For its date.</param>
public sealed class MailOut(IOptions<MailSettings> settings, TimeProvider clock)
{
    /// <summary>Sends a mail. The same id sent twice is one file, or two mails with one Message-ID, which mailboxes show once.</summary>
    public async Task Send(Guid id, Letter letter, CancellationToken cancel)
    {
        var to = settings.Value;
        using var message = Message(id, letter, new MailAddress(to.From));
        if (!string.IsNullOrWhiteSpace(to.Smtp.Host))
        {
            using var smtp = new SmtpClient(to.Smtp.Host, to.Smtp.Port) { EnableSsl = to.Smtp.Tls };
            if (to.Smtp.User is { Length: > 0 } user) smtp.Credentials = new NetworkCredential(user, to.Smtp.Password);
            await smtp.SendMailAsync(message, cancel);
            return;
        }

        // Written beside its place and renamed, so that nobody ever reads half a file.
        var folder = Directory.CreateDirectory(to.Folder!);
        var draft = folder.CreateSubdirectory($".{id}-{Guid.CreateVersion7()}");
        try
        {
            using (var pickup = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = draft.FullName })
                await pickup.SendMailAsync(message, cancel);
            draft.GetFiles("*.eml").Single().MoveTo(Path.Combine(folder.FullName, $"{id}.eml"), overwrite: true);
        }
        finally
        {
            draft.Delete(recursive: true);
        }
    }

    private MailMessage Message(Guid id, Letter letter, MailAddress from)
    {
        var message = new MailMessage(from, new MailAddress(letter.To))
        {
            Subject = letter.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
            Body = letter.Text.ReplaceLineEndings("\r\n"),
            BodyEncoding = Encoding.UTF8,
            // Not quoted-printable, as which the class writes line ends too (=0D=0A), so that no line stands by itself.
            BodyTransferEncoding = Ascii.IsValid(letter.Text) ? TransferEncoding.SevenBit : TransferEncoding.EightBit,
        };
        message.Headers.Add("Message-ID", $"<{id}@{from.Host}>");
        message.Headers.Add("Date", clock.GetUtcNow().ToString("dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture));
        // Nobody's holiday answers to a machine (RFC 3834).
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }
}
