using System.Buffers.Binary;
using System.Security.Cryptography;
using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests.Visitors;

/// <summary>Who has set a second factor is asked for it, on pages that work under the site's policy.</summary>
[Collection(SqliteSite.Name)]
public sealed class SecondFactorTests(SqliteSite fixture) : Scenario(fixture)
{
    [Fact]
    public async Task Who_has_added_the_app_signs_in_with_its_code_and_not_without()
    {
        using var member = await RegisterAsync();
        var setting = await member.Browser.GetAsync("/Authenticator/Configure/App");
        var key = setting.TextOf(".steps .num").Replace(" ", string.Empty, StringComparison.Ordinal);
        Assert.Contains("secret=" + key, setting.One("[data-authenticator]").GetAttribute("data-authenticator")!, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(setting.Document.QuerySelectorAll("script:not([src])"));

        var wrong = await member.Browser.SubmitAsync(setting.Form().With("Code", "000000"));
        await member.Browser.SubmitAsync(wrong.Form().With("Code", CodeOf(key)));
        using var phone = Site.NewClient();
        var asked = await phone.TrySignInAsync(member.Login, SiteOptions.DevelopmentPassword);
        var form = await phone.GetAsync(asked.Redirect!.PathAndQuery);
        var before = await phone.AskAsync("/my-account");
        await phone.SubmitAsync(form.Form("form:has([name='VerificationCode'])").With("VerificationCode", CodeOf(key)));

        Assert.NotEmpty(wrong.Summary);
        Assert.Equal("/LoginWithTwoFactorAuthentication", asked.Redirect!.AbsolutePath);
        Assert.Equal("/Login", before.Redirect?.AbsolutePath);
        Assert.True((await phone.AskAsync("/my-account")).IsSuccess);
    }

    // RFC 6238 with its defaults, as every app reckons it.
    private static string CodeOf(string key)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(key.ToUpperInvariant().Select(letter => Convert.ToString(Alphabet.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var secret = Enumerable.Range(0, bits.Length / 8).Select(place => Convert.ToByte(bits.Substring(place * 8, 8), 2)).ToArray();
        var moment = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(moment, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // What the standard says.
        var hash = HMACSHA1.HashData(secret, moment);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("000000", System.Globalization.CultureInfo.InvariantCulture);
    }
}
