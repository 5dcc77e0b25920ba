using Market.Ledger.Amounts;
using Market.Ledger.Drawers;
using Market.Ledger.Vat;

namespace Market.Payments.Counter.ViewModels;

public class DrawerViewModel
{
    public Drawer Drawer { get; set; } = null!;

    /// <summary>Cash of members: until now, or as the closing says.</summary>
    public Money Cash { get; set; }

    /// <summary>What it should hold now, or should have held when it was closed.</summary>
    public Money Expected { get; set; }

    /// <summary>What was recorded while it was open and came after its closing.</summary>
    public Money Late { get; set; }

    public IReadOnlyList<MethodTotal> Methods { get; set; } = [];

    /// <summary>What methods are called, by their technical names.</summary>
    public IReadOnlyDictionary<string, string> MethodLabels { get; set; } = new Dictionary<string, string>();

    public VatSplit Sold { get; set; } = null!;

    public Money SoldWithoutVat { get; set; }

    /// <summary>Who is who, by users' ids.</summary>
    public IReadOnlyDictionary<string, string> Names { get; set; } = new Dictionary<string, string>();

    /// <summary>The market's clock.</summary>
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>The distribution it was opened for, in words.</summary>
    public string? Distribution { get; set; }

    public Money Terminal => Methods.FirstOrDefault(total => total.Method == DrawerFigures.TerminalMethod)?.Net ?? Money.Zero(Cash.Currency);

    public string Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).ToString("g", System.Globalization.CultureInfo.CurrentCulture);

    public string NameOf(string userId) => Names.GetValueOrDefault(userId, userId);
}
