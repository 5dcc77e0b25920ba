using System.Globalization;
using System.Text;
using Market.Orders.Models;

namespace Market.Orders.Shop;

/// <summary>Where a producer's page is: under their name, or under their id where two are called alike or the name has nothing an address can hold.</summary>
public static class ProducerAddress
{
    private const int MaxLength = 60;

    /// <summary>The last part of the address of a producer's page.</summary>
    /// <param name="producer">The producer.</param>
    /// <param name="all">All producers that have a page.</param>
    public static string Of(Producer producer, IReadOnlyCollection<Producer> all)
    {
        ArgumentNullException.ThrowIfNull(producer);
        var slug = Slug(producer.Name);
        return slug.Length > 0 && all.Count(other => Slug(other.Name) == slug) == 1 ? slug : producer.Id;
    }

    /// <summary>Whose page an address is; none where it is nobody's.</summary>
    public static Producer? Find(string? address, IReadOnlyCollection<Producer> all) =>
        all.FirstOrDefault(producer => producer.Id == address) ?? all.FirstOrDefault(producer => Of(producer, all) == address);

    private static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var character in name.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                slug.Append(character);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) is not UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString(0, Math.Min(slug.Length, MaxLength)).Trim('-');
    }
}
