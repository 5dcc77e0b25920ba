using Market.Ledger.Drawers;

namespace Market.Payments.Counter.ViewModels;

public class DrawersViewModel
{
    /// <summary>Those that are open, with what each should hold.</summary>
    public IReadOnlyList<DrawerViewModel> Open { get; set; } = [];

    /// <summary>A page of all of them, the newest first.</summary>
    public IReadOnlyList<Drawer> Drawers { get; set; } = [];

    public dynamic Pager { get; set; } = null!;
}
