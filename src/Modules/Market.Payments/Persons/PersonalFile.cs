using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using OrchardCore.Modules;

namespace Market.Payments.Persons;

/// <summary>All that the market keeps about a member, in one file (JSON, UTF-8) that people and machines read.</summary>
public sealed class PersonalFile(IEnumerable<IPersonalData> kept, IMarketIdentity identity, IClock clock)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },

        // It is a file and part of no page: its accents stay legible.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string NameOf(ClientAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return $"my-data-{string.Concat(account.Number.Where(character => char.IsAsciiLetterOrDigit(character) || character is '-'))}.json";
    }

    public async Task<byte[]> WriteAsync(ClientAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var file = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["market"] = (await identity.GetAsync()).Name,
            ["madeAt"] = new DateTimeOffset(clock.UtcNow, TimeSpan.Zero),
        };
        foreach (var data in kept)
        {
            file[data.Name] = await data.ReadAsync(account);
        }

        return JsonSerializer.SerializeToUtf8Bytes(file, Options);
    }
}
