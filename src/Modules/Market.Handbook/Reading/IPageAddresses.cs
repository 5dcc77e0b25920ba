namespace Market.Handbook.Reading;

/// <summary>Where what a page names is found by who reads it.</summary>
public interface IPageAddresses
{
    /// <summary>The address of a page; null where it is not for who reads.</summary>
    string? OfPage(string name);

    string OfPicture(string fileName);
}
