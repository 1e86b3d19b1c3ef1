<?php

class PermissionDeniedException extends Exception
{
}

/** Roles with permissions that inherit from each other. */
class AccessPolicy
{
    private array $own = [];
    private array $parents = [];

    public function define(string $role): void
    {
        if (isset($this->own[$role])) {
            throw new LogicException('the role exists already');
        }
        $this->own[$role] = [];
        $this->parents[$role] = [];
    }

    public function inherit(string $role, string $parent): void
    {
        $this->check($role);
        if (in_array($role, $this->lineage($parent), true)) {
            throw new InvalidArgumentException('a role cannot inherit from itself');
        }
        if (!in_array($parent, $this->parents[$role], true)) {
            $this->parents[$role][] = $parent;
        }
    }

    public function grant(string $role, string $permission): void
    {
        $this->check($role);
        if (!in_array($permission, $this->own[$role], true)) {
            $this->own[$role][] = $permission;
        }
    }

    public function revoke(string $role, string $permission): void
    {
        $this->check($role);
        $index = array_search($permission, $this->own[$role], true);
        if ($index === false) {
            throw new OutOfBoundsException('the permission was not granted');
        }
        array_splice($this->own[$role], $index, 1);
    }

    public function permissions(string $role): array
    {
        $permissions = [];
        foreach ($this->lineage($role) as $each) {
            array_push($permissions, ...$this->own[$each]);
        }
        return array_values(array_unique($permissions, SORT_STRING));
    }

    public function require(string $role, string $permission): void
    {
        if (!in_array($permission, $this->permissions($role), true)) {
            throw new PermissionDeniedException('the role lacks the permission');
        }
    }

    private function check(string $role): void
    {
        if (!isset($this->own[$role])) {
            throw new OutOfBoundsException('there is no such role');
        }
    }

    /** Returns the role and all roles it inherits from. */
    private function lineage(string $role): array
    {
        $this->check($role);
        $lineage = [$role];
        for ($index = 0; $index < count($lineage); $index++) {
            foreach ($this->parents[$lineage[$index]] as $parent) {
                if (!in_array($parent, $lineage, true)) {
                    $lineage[] = $parent;
                }
            }
        }
        return $lineage;
    }
}
