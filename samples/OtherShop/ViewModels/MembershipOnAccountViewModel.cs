namespace OtherShop.ViewModels;

/// <summary>A membership, on the page of the account that paid it.</summary>
public class MembershipOnAccountViewModel
{
    /// <summary>Its last day.</summary>
    public DateOnly Until { get; set; }
}
