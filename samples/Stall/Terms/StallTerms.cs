using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Stall.Books;

namespace Market.Stall.Terms;

/// <summary>The methods that are ticked and the lowest balance, kept in a file beside the operations. What is not ticked the engine refuses.</summary>
internal sealed class StallTerms(BooksFolder folder) : IMarketTerms
{
    private const string FileName = "settings.json";

    private volatile StallSettings _settings = folder.Read<StallSettings>(FileName) ?? new StallSettings([], null);

    /// <summary>The ticked methods, in their usual order.</summary>
    public IReadOnlyList<StallMethod> Offered => [.. StallMethod.All.Where(method => _settings.Methods.Contains(method.Name))];

    /// <summary>The balance that no order may take an account below, or none.</summary>
    public Money? Floor => _settings.Floor;

    public ValueTask<MarketTerms> GetAsync() => ValueTask.FromResult(new MarketTerms(PaymentsActive: true, StallBooks.Currency, Offered, Floor));

    /// <summary>Changes the settings. They are on the disk when this returns.</summary>
    public void Set(IReadOnlyList<string> methods, Money? floor)
    {
        var settings = new StallSettings([.. StallMethod.All.Select(method => method.Name).Where(methods.Contains)], floor);
        folder.Write(FileName, settings);
        _settings = settings;
    }

    private sealed record StallSettings(IReadOnlyList<string> Methods, Money? Floor);
}
