namespace Market.Payments;

/// <summary>The rights of moving in. Each is the name of a permission of <c>Market.Payments.MovingIn</c>, and of an authorization policy that asks for it.</summary>
public static class MovingRights
{
    /// <summary>To move clients, logins and balances in from another system, to take that back, and to write to whom it brought.</summary>
    public const string MoveIn = "MoveIn";
}
