namespace Market.Handbook.Places;

/// <summary>What a page is explained by.</summary>
/// <param name="Path">The address of the page, below the admin's for one of the admin; <c>*</c> stands for any one part of it, and longer addresses are meant too.</param>
/// <param name="Page">The page of the handbook.</param>
/// <param name="Section">The English anchor of a section of it, or null for the whole page.</param>
/// <param name="Picture">What its pictures are called, before the language; null where none is shown.</param>
public sealed record Place(string Path, string Page, string? Section = null, string? Picture = null)
{
    private readonly string[] _parts = Path.Split('/');

    /// <summary>How exactly it says which address is meant: longer before shorter, and a name before any part.</summary>
    public int Exactness => (_parts.Length * 2) - _parts.Count(part => part == "*");

    /// <summary>The file of its picture in a language.</summary>
    public string PictureIn(string language) => $"{Picture}-{language}.webp";

    public bool Fits(IReadOnlyList<string> address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.Count >= _parts.Length
            && _parts.Zip(address).All(pair => pair.First == "*" || pair.First.Equals(pair.Second, StringComparison.OrdinalIgnoreCase));
    }
}
