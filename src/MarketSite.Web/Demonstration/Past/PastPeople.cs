using System.Globalization;
using System.Text;
using Market.Payments;
using Market.Rehearsal;

namespace MarketSite.Web.Demonstration.Past;

/// <summary>The members whom only the past tells of.</summary>
public sealed class PastPeople(People people, IBulkWork bulk)
{
    /// <summary>How many are made up.</summary>
    public const int Count = 28;

    public async Task<IReadOnlyList<Member>> CreateAsync(string password)
    {
        var members = new List<Member>();
        for (var place = 0; place < Count; place++)
        {
            var name = Cast.NameOf(place);
            members.Add(await people.CreateMemberAsync(LoginOf(name), name, password));
            await bulk.LetGoAsync();
        }

        return members;
    }

    private static string LoginOf(string name) => string.Concat(name.Normalize(NormalizationForm.FormD)
        .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark)
        .Select(letter => letter == ' ' ? '.' : char.ToLowerInvariant(letter)));
}
