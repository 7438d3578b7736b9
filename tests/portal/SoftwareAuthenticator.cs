using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Mentoring.Portal.Tests;

/// <summary>
/// A passkey in software: what a browser and its authenticator answer, in the bytes of Web Authentication level 3 (ES256, no attestation). It
/// shares no code with the server.
/// </summary>
public sealed class SoftwareAuthenticator(string origin, string domain)
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(32);
    private byte[] user = [];
    private uint count;

    /// <summary>Whether it says that it saw its owner.</summary>
    public bool SawOwner { get; set; } = true;

    /// <summary>Makes the passkey that the options ask for.</summary>
    public string Make(JsonElement options)
    {
        user = WebEncoders.Base64UrlDecode(options.GetProperty("user").GetProperty("id").GetString()!);
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        // COSE: kty EC2, alg ES256, crv P-256, x, y (RFC 9053); CBOR by hand (RFC 8949).
        byte[] cose = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        byte[] attested = [.. new byte[16], 0x00, (byte)id.Length, .. id, .. cose];
        byte[] data = [.. Data(0x40), .. attested];
        byte[] attestation = [0xA3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xA0, .. Text("authData"), 0x58, (byte)data.Length, .. data];
        return Answer(new { clientDataJSON = Client("webauthn.create", options), attestationObject = Base64(attestation), transports = (string[])["internal"] });
    }

    /// <summary>Signs what the options ask.</summary>
    public string Sign(JsonElement options)
    {
        var data = Data(0);
        var client = Client("webauthn.get", options);
        var signature = key.SignData([.. data, .. SHA256.HashData(WebEncoders.Base64UrlDecode(client))], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Answer(new { clientDataJSON = client, authenticatorData = Base64(data), signature = Base64(signature), userHandle = Base64(user) });
    }

    private string Answer(object response) => JsonSerializer.Serialize(new { id = Base64(id), rawId = Base64(id), type = "public-key", response, clientExtensionResults = new { }, authenticatorAttachment = "platform" });

    private string Client(string type, JsonElement options) =>
        Base64(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { type, challenge = options.GetProperty("challenge").GetString(), origin, crossOrigin = false })));

    private byte[] Data(byte more)
    {
        var counter = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counter, ++count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(domain)), (byte)(0x01 | (SawOwner ? 0x04 : 0) | more), .. counter];
    }

    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static string Base64(byte[] bytes) => WebEncoders.Base64UrlEncode(bytes);
}
